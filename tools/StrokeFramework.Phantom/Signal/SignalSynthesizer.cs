using System.Numerics;

namespace StrokeFramework.Phantom;

/// <summary>From tissue fractions and lesions to noise-free signals.</summary>
internal sealed class SignalSynthesizer
{
    private readonly TissueMaps _maps;
    private readonly SubjectTissues _tissues;
    private readonly PhantomSettings _settings;
    private readonly SmoothNoise _texture;

    public SignalSynthesizer(TissueMaps maps, SubjectTissues tissues, PhantomSettings settings, PhantomRandom random)
    {
        (_maps, _tissues, _settings) = (maps, tissues, settings);
        _texture = new(random, new(-90, -125, -70), new(90, 90, 95), 11);
    }

    /// <summary>Signals of brain, CSF and scalp with the lesions in place.</summary>
    public SignalPair Synthesize(IReadOnlyList<LesionField> lesions)
    {
        int count = _maps.Grey.Length;
        var signals = new SignalPair(new float[count], new float[count]);
        double texture = _settings.Tissues.Texture;
        TissueSignal grey = Signal(_tissues.Grey, texture), white = Signal(_tissues.White, texture), csf = Signal(_tissues.Csf, 0);
        float scalp = (float)(_settings.Artifacts.Scalp * SignalModel.Signal(_tissues.Grey, _settings.Acquisition.EchoTime, _settings.Acquisition.BValue));
        GridSize size = _maps.Geometry.Size;
        for (int row = 0; row < size.J * size.K; row++)
        {
            (int first, int last) = Occupied(row * size.I, size.I);
            if (first >= last) continue;
            (Vector3 at, Vector3 step) = Row(row % size.J, row / size.J);
            for (int i = first; i < last; i++)
            {
                int v = (row * size.I) + i;
                float g = _maps.Grey[v], w = _maps.White[v], c = _maps.Csf[v];
                float b0 = 1.1f * scalp * _maps.Scalp[v], dwi = scalp * _maps.Scalp[v];
                if (g + w > 0)
                {
                    Vector4 noise = texture > 0 ? _texture.At(at + (i * step)) : default;
                    Add(grey.At(noise.X, noise.Y), g, ref b0, ref dwi);
                    Add(white.At(noise.X, noise.Y), w, ref b0, ref dwi);
                }

                if (c > 0) Add(csf.At(0, 0), c, ref b0, ref dwi);
                signals.B0[v] = b0;
                signals.Dwi[v] = dwi;
            }
        }

        foreach (LesionField lesion in lesions) Apply(lesion, signals);
        return signals;
    }

    // A lesion trades its share of a voxel's tissue for lesion, so the order of lesions does not matter.
    private void Apply(LesionField lesion, SignalPair signals)
    {
        double texture = _settings.Tissues.Texture;
        TissueSignal grey = Signal(_tissues.Grey, texture), white = Signal(_tissues.White, texture), csf = Signal(_tissues.Csf, 0);
        LesionTissue core = lesion.Parameters.Core, rim = lesion.Parameters.Rim ?? core;
        TissueSignal coreGrey = Signal(core.In(_tissues.Grey), texture), coreWhite = Signal(core.In(_tissues.White), texture);
        TissueSignal rimGrey = Signal(rim.In(_tissues.Grey), texture), rimWhite = Signal(rim.In(_tissues.White), texture);
        VoxelBox box = lesion.Box;
        GridSize size = _maps.Geometry.Size;
        int p = 0;
        for (int k = box.K0; k < box.K1; k++)
        {
            for (int j = box.J0; j < box.J1; j++)
            {
                (Vector3 at, Vector3 step) = Row(j, k);
                for (int i = box.I0; i < box.I1; i++, p++)
                {
                    float inner = lesion.Core[p], ring = lesion.Rim.Length > 0 ? lesion.Rim[p] : 0;
                    if (inner + ring == 0) continue;
                    int v = size.IndexOf(i, j, k);
                    float g = _maps.Grey[v], w = _maps.White[v], c = lesion.DisplacesCsf ? _maps.Csf[v] : 0;
                    if (g + w + c == 0) continue;
                    Vector4 noise = texture > 0 ? _texture.At(at + (i * step)) : default;
                    float b0 = 0, dwi = 0;
                    // Displaced CSF becomes lesion as white matter does.
                    Add(coreGrey.At(noise.X, noise.Y), g * inner, ref b0, ref dwi);
                    Add(coreWhite.At(noise.X, noise.Y), (w + c) * inner, ref b0, ref dwi);
                    Add(rimGrey.At(noise.X, noise.Y), g * ring, ref b0, ref dwi);
                    Add(rimWhite.At(noise.X, noise.Y), (w + c) * ring, ref b0, ref dwi);
                    Add(grey.At(noise.X, noise.Y), -g * (inner + ring), ref b0, ref dwi);
                    Add(white.At(noise.X, noise.Y), -w * (inner + ring), ref b0, ref dwi);
                    Add(csf.At(0, 0), -c * (inner + ring), ref b0, ref dwi);
                    signals.B0[v] += b0;
                    signals.Dwi[v] += dwi;
                }
            }
        }
    }

    private TissueSignal Signal(TissueProperties tissue, double texture) => new(tissue, _settings.Acquisition, texture);

    private static void Add((float B0, float Dwi) signal, float share, ref float b0, ref float dwi)
    {
        b0 += share * signal.B0;
        dwi += share * signal.Dwi;
    }

    private (Vector3 At, Vector3 Step) Row(int j, int k)
    {
        Vector3 at = _maps.Frame.ToUnwarped(TissueRasterizer.World(_maps.Geometry, 0, j, k));
        return (at, _maps.Frame.ToUnwarped(TissueRasterizer.World(_maps.Geometry, 1, j, k)) - at);
    }

    // The part of a row that holds any tissue, as offsets from its start.
    private (int First, int Last) Occupied(int start, int count)
    {
        int first = 0, last = count;
        while (first < last && Empty(start + first)) first++;
        while (last > first && Empty(start + last - 1)) last--;
        return (first, last);
    }

    private bool Empty(int v) => _maps.Grey[v] + _maps.White[v] + _maps.Csf[v] + _maps.Scalp[v] == 0;
}
