using System.Text.Json;
using StrokeFramework.FcmActiveContour.Clustering;
using StrokeFramework.Host.Data;
using StrokeFramework.TestSupport;

namespace StrokeFramework.FcmActiveContour.Tests;

public sealed class FuzzyCMeansTests
{
    [Theory]
    [InlineData("0003")]
    [InlineData("0009")]
    public void Solve_OfARealSlice_FindsTheCentersThatAnotherLibraryFound(string number)
    {
        (Volume<float> image, Volume<byte> brain, JsonElement golden) = Golden(number);
        double[] centers = [.. golden.GetProperty("centres").EnumerateArray().Select(c => c.GetDouble())];
        double objective = golden.GetProperty("objective").GetDouble();

        IntensitySamples all = IntensitySamples.Distinct(image.Span, brain.Span);
        FuzzyClusters converged = new FuzzyCMeans(all, 2, 0, 2000).Solve(4, CancellationToken.None);
        FuzzyClusters usual = new FuzzyCMeans(all, 2, 1e-5, 100).Solve(4, CancellationToken.None);
        FuzzyClusters binned = new FuzzyCMeans(IntensitySamples.Binned(image.Span, brain.Span, 1024), 2, 1e-5, 100).Solve(4, CancellationToken.None);

        Assert.Equal(objective, converged.Objective[^1], 1e-6 * objective);
        for (int c = 0; c < 4; c++)
        {
            Assert.Equal(centers[c], converged.Centers[c], 1e-6);
            Assert.Equal(centers[c], usual.Centers[c], 5e-4);
            Assert.Equal(centers[c], binned.Centers[c], 5e-4);
        }
    }

    [Theory]
    [InlineData("0003")]
    [InlineData("0009")]
    public void Solve_FromRandomMemberships_ComesToTheSameCenters(string number)
    {
        (Volume<float> image, Volume<byte> brain, _) = Golden(number);
        IntensitySamples all = IntensitySamples.Binned(image.Span, brain.Span, 1024);
        var means = new FuzzyCMeans(all, 2, 1e-12, 5000);
        FuzzyClusters expected = means.Solve(4, CancellationToken.None);
        for (int seed = 0; seed < 3; seed++)
        {
            FuzzyClusters found = means.Solve(4, new Random(seed), CancellationToken.None);
            for (int c = 0; c < 4; c++) Assert.Equal(expected.Centers[c], found.Centers[c], 1e-4);
        }
    }

    [Fact]
    public void Objective_NeverRises_AndIsTheSumItIsNamedAfter()
    {
        for (int seed = 0; seed < 60; seed++)
        {
            (float[] values, double fuzziness, FuzzyCMeans means) = RandomCase(seed);
            FuzzyClusters found = means.Solve(2 + (seed % 4), CancellationToken.None);
            for (int n = 1; n < found.Objective.Count; n++) Assert.True(found.Objective[n] <= found.Objective[n - 1] * (1 + 1e-12));
            // At rest the last objective is that of the centers found, summed term by term.
            double sum = 0;
            var u = new double[found.Count];
            foreach (float value in values)
            {
                found.Memberships(value, u);
                for (int c = 0; c < u.Length; c++) sum += Math.Pow(u[c], fuzziness) * Math.Pow(value - found.Centers[c], 2);
            }

            Assert.Equal(found.Objective[^1], sum, 1e-6 * (1 + sum));
        }
    }

    [Fact]
    public void Memberships_SumToOne_AndFollowTheDefinition()
    {
        for (int seed = 0; seed < 40; seed++)
        {
            (float[] values, double fuzziness, FuzzyCMeans means) = RandomCase(seed);
            FuzzyClusters found = means.Solve(3, CancellationToken.None);
            var u = new double[found.Count];
            foreach (float value in values)
            {
                found.Memberships(value, u);
                Assert.Equal(1, u.Sum(), 1e-12);
                if (found.Centers.Any(c => Math.Abs(c - value) < 1e-9)) continue;
                for (int i = 0; i < u.Length; i++)
                    Assert.Equal(1 / found.Centers.Sum(v => Math.Pow(Math.Abs((value - found.Centers[i]) / (value - v)), 2 / (fuzziness - 1))), u[i], 1e-9);
            }
        }
    }

    [Fact]
    public void Centers_AtRest_AreTheWeightedMeansOfTheirMemberships()
    {
        (float[] values, double fuzziness, FuzzyCMeans means) = RandomCase(7);
        FuzzyClusters found = means.Solve(3, CancellationToken.None);
        var u = new double[3];
        for (int i = 0; i < 3; i++)
        {
            double weight = 0, sum = 0;
            foreach (float value in values)
            {
                found.Memberships(value, u);
                weight += Math.Pow(u[i], fuzziness);
                sum += Math.Pow(u[i], fuzziness) * value;
            }

            Assert.Equal(sum / weight, found.Centers[i], 1e-5);
        }
    }

    [Fact]
    public void Solve_OfAValueOnACenter_BelongsToItAlone()
    {
        FuzzyClusters found = new FuzzyCMeans(Samples([0, 0, 1, 1]), 2, 0, 100).Solve(2, CancellationToken.None);
        Assert.Equal(0, found.Centers[0], 1e-12);
        Assert.Equal(1, found.Centers[1], 1e-12);
        var u = new double[2];
        found.Memberships(1, u);
        Assert.Equal(1, u[1], 1e-12);
        Assert.Equal(0, found.Objective[^1], 1e-20);
    }

    [Fact]
    public void Solve_WithFewerDistinctValuesThanClusters_GivesOneClusterEach() =>
        Assert.Equal(2, new FuzzyCMeans(Samples([2, 1, 2, 2]), 2, 1e-5, 100).Solve(4, CancellationToken.None).Count);

    [Fact]
    public void Samples_OfBothKinds_CountEveryFiniteVoxelOnce()
    {
        float[] values = [0.5f, float.NaN, 0.5f, 1.5f, -1f, 0.25f, float.PositiveInfinity, 0.7f];
        byte[] mask = [1, 1, 1, 1, 1, 1, 1, 0];
        IntensitySamples distinct = IntensitySamples.Distinct(values, mask), binned = IntensitySamples.Binned(values, mask, 4);
        Assert.Equal([-1.0, 0.25, 0.5, 1.5], distinct.Values);
        Assert.Equal([1.0, 1, 2, 1], distinct.Weights);
        Assert.Equal([-1.0, 0.25, 0.5, 1.5], binned.Values);
        Assert.Equal(5, binned.Total);
        Assert.Equal([0.5, 1.5], distinct.Beyond(0.3, above: true).Values);
    }

    private static (float[] Values, double Fuzziness, FuzzyCMeans Means) RandomCase(int seed)
    {
        var random = new Random(seed);
        var values = new float[random.Next(20, 400)];
        for (int v = 0; v < values.Length; v++) values[v] = seed % 4 == 0 ? random.Next(0, 8) / 8f : random.NextSingle() * random.NextSingle();
        double fuzziness = seed % 3 == 0 ? 2 : 1.3 + (0.1 * (seed % 20));
        return (values, fuzziness, new FuzzyCMeans(Samples(values), fuzziness, 1e-13, 5000));
    }

    private static IntensitySamples Samples(float[] values)
    {
        var all = new byte[values.Length];
        Array.Fill(all, (byte)1);
        return IntensitySamples.Distinct(values, all);
    }

    private static (Volume<float> Image, Volume<byte> Brain, JsonElement Expected) Golden(string number)
    {
        Volume<float> image = NiftiFile.Read(SharedData.PathOf($"golden/slices/{number}_image.nii.gz")).Volume;
        Volume<byte> brain = NiftiFile.ReadLabels(SharedData.PathOf($"golden/slices/{number}_brain.nii.gz")).Volume;
        using JsonDocument golden = JsonDocument.Parse(File.ReadAllText(SharedData.PathOf("golden/slices/expected.json")));
        return (image, brain, golden.RootElement.GetProperty(number).GetProperty("fcm4_m2").Clone());
    }
}
