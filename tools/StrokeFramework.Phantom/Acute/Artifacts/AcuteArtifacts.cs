using System.Numerics;

namespace StrokeFramework.Phantom;

/// <summary>Puts every kind of artifact into the gain of a training volume. Each draws from a stream of its own.</summary>
internal sealed class AcuteArtifacts
{
    private const int BandStream = 1, BlobStream = 2, SoftRimStream = 3, SharpRimStream = 4, CortexStream = 5, BiasStream = 6;

    // No pile-up or void goes beyond, relative to the true signal.
    private const float LeastGain = 0.08f, MostGain = 7;
    private const float RimCell = 30, CortexCell = 25;

    private readonly AcuteScene _scene;
    private readonly AcuteArtifactSettings _settings;
    private readonly PhantomRandom _random;
    private readonly BrainEdge _edge;

    public AcuteArtifacts(AcuteScene scene, BrainEdge edge, AcuteArtifactSettings settings, PhantomRandom random) =>
        (_scene, _edge, _settings, _random) = (scene, edge, settings, random);

    /// <summary>Fills the gains.</summary>
    /// <param name="gain">Gain of both images; 1 before.</param>
    /// <param name="mismatch">Logarithm of the DWI's gain beyond b0's; 0 before.</param>
    public void Fill(float[] gain, float[] mismatch)
    {
        AddBlobs(gain, _random.Fork(BlobStream));
        AddBands(gain, mismatch, _random.Fork(BandStream));
        foreach (int v in _scene.Voxels) gain[v] = Math.Clamp(gain[v], LeastGain, MostGain);
        AddSoftRim(gain, _random.Fork(SoftRimStream));
        AddSharpRim(gain, _random.Fork(SharpRimStream));
        AddCortex(gain, _random.Fork(CortexStream));
        PhantomRandom bias = _random.Fork(BiasStream);
        ReceiveBias.Apply(gain, _scene.Maps, bias.Uniform(_settings.ReceiveBias), bias);
    }

    private void AddBands(float[] gain, float[] mismatch, PhantomRandom random)
    {
        if (!random.Chance(_settings.BandChance) || _settings.MostBands < 1) return;
        int count = 1 + random.NextInt(_settings.MostBands);
        for (int band = 0; band < count; band++)
        {
            PhantomRandom own = random.Fork(band);
            if (_edge.DrawBandPlace(own) is not { } place) return;
            var drawn = PileUpBand.Draw(_settings, own);
            bool pair = own.Chance(_settings.BandPairChance);
            float other = (float)own.Uniform(0.5, 1);
            drawn.AddTo(gain, mismatch, _scene, place, own.Fork(1));
            if (pair) drawn.Mirrored(other).AddTo(gain, mismatch, _scene, Mirrored(place, own), own.Fork(2));
        }
    }

    private void AddBlobs(float[] gain, PhantomRandom random)
    {
        int count = random.NextInt(_settings.MostBlobs + 1);
        for (int blob = 0; blob < count; blob++)
        {
            PhantomRandom own = random.Fork(blob);
            if (_edge.DrawBlobPlace(own) is not { } place) return;
            var radii = new Vector3((float)own.Uniform(2, 10), (float)own.Uniform(2, 10), (float)own.Uniform(2, 7));
            float strength = (float)own.LogUniform(_settings.BlobGain);
            AddBlob(gain, place, radii, strength * (float)own.Uniform(0.5, 1));
            if (own.Chance(0.75)) AddBlob(gain, Mirrored(place, own), radii, strength * (float)own.Uniform(0.5, 1));
        }
    }

    private void AddBlob(float[] gain, Vector3 at, Vector3 radii, float strength)
    {
        VoxelBox box = _scene.Around(at, 3.2f * radii);
        for (int k = box.K0; k < box.K1; k++)
        {
            for (int j = box.J0; j < box.J1; j++)
            {
                for (int i = box.I0; i < box.I1; i++)
                {
                    float far = 0.5f * (((new Vector3(i, j, k) * _scene.Step) - at) / radii).LengthSquared();
                    int v = _scene.Size.IndexOf(i, j, k);
                    if (far < 5 && _scene.Brain(v) > 0) gain[v] += strength * MathF.Exp(-far);
                }
            }
        }
    }

    // Brighter towards the edge, in places: what a surface coil and the eddy currents of two images leave.
    private void AddSoftRim(float[] gain, PhantomRandom random)
    {
        if (!random.Chance(_settings.SoftRimChance)) return;
        float strength = (float)random.Uniform(_settings.SoftRimGain), width = (float)random.Uniform(2, 5);
        SmoothNoise places = _scene.Noise(random, RimCell);
        foreach (int v in _scene.Voxels)
        {
            float depth = _edge.Depth[v];
            if (depth > 2.5f * width) continue;
            gain[v] += strength * Math.Clamp(0.82f * places.At(_scene.Place(v)).X, 0, 1.5f) * MathF.Exp(-depth * depth / (width * width));
        }
    }

    private void AddSharpRim(float[] gain, PhantomRandom random)
    {
        if (!random.Chance(_settings.SharpRimChance)) return;
        float strength = (float)random.Uniform(_settings.SharpRimGain), width = (float)random.Uniform(2.4, 4.4);
        SmoothNoise places = _scene.Noise(random, RimCell);
        foreach (int v in _scene.Voxels)
        {
            if (_edge.Depth[v] < width) gain[v] += strength * Math.Clamp((0.82f * places.At(_scene.Place(v)).X) - 0.8f, 0, 1.2f);
        }
    }

    private void AddCortex(float[] gain, PhantomRandom random)
    {
        if (!random.Chance(_settings.CortexChance)) return;
        float strength = (float)random.Uniform(_settings.CortexGain);
        SmoothNoise places = _scene.Noise(random, CortexCell);
        foreach (int v in _scene.Voxels)
        {
            float grey = _scene.Maps.Grey[v];
            if (grey > 0.05f) gain[v] += strength * grey * Math.Clamp(0.82f * places.At(_scene.Place(v)).X, 0, 1.5f);
        }
    }

    private Vector3 Mirrored(Vector3 place, PhantomRandom random) => new(
        (2 * _edge.Axis) - place.X + (float)random.Normal(0, 1.6), place.Y + (float)random.Normal(0, 1.4), place.Z + (float)random.Normal(0, 1.4));
}
