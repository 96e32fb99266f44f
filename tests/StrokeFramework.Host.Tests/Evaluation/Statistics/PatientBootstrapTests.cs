using StrokeFramework.Host.Evaluation;

namespace StrokeFramework.Host.Tests.Evaluation;

public sealed class PatientBootstrapTests
{
    [Fact]
    public void Interval_OfAMean_IsThatOfTheNormalApproximation()
    {
        var random = new Random(5);
        double[] values = [.. Enumerable.Range(0, 400).Select(_ => random.NextDouble())];
        double mean = values.Average(), error = Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / 400 / 400);
        Interval interval = new PatientBootstrap(Names(400), 1, 4000).Interval(rows => rows.Average(r => values[r]));
        Assert.Equal(mean - (1.96 * error), interval.Low, 0.002);
        Assert.Equal(mean + (1.96 * error), interval.High, 0.002);
    }

    [Fact]
    public void Interval_ResamplesPatients_SoThatRepeatedRowsTeachNothing()
    {
        double[] values = [.. Enumerable.Range(0, 30).Select(n => n % 7 / 7.0)];
        var once = new PatientBootstrap(Names(30), 9);
        var tenfold = new PatientBootstrap([.. Names(30).SelectMany(n => Enumerable.Repeat(n, 10))], 9);
        Interval expected = once.Interval(rows => rows.Average(r => values[r])), actual = tenfold.Interval(rows => rows.Average(r => values[r / 10]));
        Assert.Equal(expected.Low, actual.Low, 12);
        Assert.Equal(expected.High, actual.High, 12);
    }

    [Fact]
    public void Interval_EveryResample_HasAsManyPatientsAndWholeOnes()
    {
        string[] patients = ["a", "b", "b", "c", "c", "c"];
        _ = new PatientBootstrap(patients, 2).Interval(rows =>
        {
            int drawn = rows.Count(r => r == 0) + rows.Count(r => r == 1) + rows.Count(r => r == 3);
            Assert.Equal(3, drawn);
            Assert.Equal(rows.Count(r => r == 1), rows.Count(r => r == 2));
            Assert.Equal(rows.Count(r => r == 3), rows.Count(r => r == 5));
            return 0;
        });
    }

    [Fact]
    public void Interval_SameSeed_IsTheSame_WhateverTheOrderOfRows()
    {
        double[] values = [.. Enumerable.Range(0, 25).Select(n => (double)(n * n % 11))];
        string[] names = Names(25);
        Interval one = new PatientBootstrap(names, 4).Interval(rows => rows.Sum(r => values[r]));
        Interval again = new PatientBootstrap([.. names.Reverse()], 4).Interval(rows => rows.Sum(r => values[24 - r]));
        Assert.Equal(one, again);
        Assert.NotEqual(one, new PatientBootstrap(names, 5).Interval(rows => rows.Sum(r => values[r])));
    }

    // The figures are those of a second implementation, in Python.
    [Fact]
    public void Interval_IsPinned_SoThatReportsStayComparable() =>
        Assert.Equal(new(2.7, 6.2), new PatientBootstrap(Names(10), 2020).Interval(rows => rows.Average()));

    [Fact]
    public void Interval_OfOnePatient_OrOfAFigureMostlyUndefined_IsNone()
    {
        Assert.Equal(Interval.None, new PatientBootstrap(["a", "a"], 1).Interval(_ => 1));
        Assert.Equal(Interval.None, new PatientBootstrap([], 1).Interval(_ => 1));
        Assert.Equal(Interval.None, new PatientBootstrap(["a", "b", "c"], 1).Interval(_ => double.NaN));
    }

    private static string[] Names(int count) => [.. Enumerable.Range(0, count).Select(n => $"p{n:000}")];
}
