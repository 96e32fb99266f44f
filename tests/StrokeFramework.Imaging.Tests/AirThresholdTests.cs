namespace StrokeFramework.Imaging.Tests;

public sealed class AirThresholdTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.1, 0.25)]
    [InlineData(0.25, 0.5)]
    [InlineData(0.25, 1)]
    public void Find_LiesBetweenAirAndBrain_WhateverTheLesion(double lesionFraction, double lesionLevel)
    {
        foreach (double noise in new[] { 0, 0.01 })
        {
            var random = new Random(4);
            var values = new float[50_000];
            for (int v = 0; v < values.Length; v++)
            {
                double level = v < 25_000 ? 0 : v < 25_000 + (lesionFraction * 25_000) ? lesionLevel : 0.1 + (0.01 * (random.NextDouble() - 0.5));
                double re = level + (noise * Gauss(random)), im = noise * Gauss(random);
                values[v] = (float)Math.Sqrt((re * re) + (im * im));
            }

            Assert.InRange(AirThreshold.Find(values)!.Value, 0.002 + noise, 0.085);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-2)]
    [InlineData(5)]
    public void Find_InAConstantImage_IsNone(float value)
    {
        var values = new float[100];
        Array.Fill(values, value);
        Assert.Null(AirThreshold.Find(values));
    }

    private static double Gauss(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
