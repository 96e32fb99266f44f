using System.Numerics;

namespace StrokeFramework.Phantom;

/// <summary>Noise-free signals of a brain with its lesions, and how much brighter each lesion voxel is for them.</summary>
internal sealed class AcuteSignals
{
    private readonly AcuteTissues _tissues;
    private readonly AcuteLesionTissue _lesion;
    private readonly OldLacunes _lacunes;
    private readonly double _echoTime, _bValue;

    public AcuteSignals(AcuteTissues tissues, AcuteLesionTissue lesion, OldLacunes lacunes, double echoTime, double bValue) =>
        (_tissues, _lesion, _lacunes, _echoTime, _bValue) = (tissues, lesion, lacunes, echoTime, bValue);

    /// <summary>Fills b0 and DWI.</summary>
    /// <param name="scene">The brain.</param>
    /// <param name="map">Its lesions.</param>
    /// <param name="b0">Signal without diffusion weighting; 0 before.</param>
    /// <param name="dwi">Signal with diffusion weighting; 0 before.</param>
    /// <param name="gain">For voxels of a lesion, the DWI relative to what it would be without; others stay.</param>
    /// <returns>The median of the DWI of normal parenchyma, had there been no lesion.</returns>
    public float Fill(AcuteScene scene, AcuteLesionMap map, float[] b0, float[] dwi, float[] gain)
    {
        TissueMaps maps = scene.Maps;
        var normal = new List<float>(scene.Voxels.Length / 4);
        foreach (int v in scene.Voxels)
        {
            Vector3 place = scene.Place(v);
            (TissueProperties grey, TissueProperties white) = _tissues.At(place, maps.White[v]);
            float cavity = _lacunes.At(place);
            (grey, white) = (OldLacunes.In(grey, cavity), OldLacunes.In(white, cavity));
            (float b0, float dwi) healthy = Mix(grey, white, maps, v);
            // A median needs some ten thousand voxels, not all.
            if (v % 5 == 0 && maps.Parenchyma(v) > 0.8f) normal.Add(healthy.dwi);
            (b0[v], dwi[v]) = healthy;
            float change = map.Change(v);
            if (change == 0) continue;
            double adc = _lesion.AdcAt(place);
            (b0[v], dwi[v]) = Mix(_lesion.In(grey, adc, change), _lesion.In(white, adc, change), maps, v);
            gain[v] = dwi[v] / MathF.Max(healthy.dwi, 1e-6f);
        }

        return normal.Count > 0
            ? (float)Imaging.RobustStatistics.Median(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(normal))
            : throw new InvalidOperationException("The grid holds no normal brain: its field of view is too small or misses the head.");
    }

    private (float B0, float Dwi) Mix(TissueProperties grey, TissueProperties white, TissueMaps maps, int v)
    {
        double b0 = 0, dwi = 0;
        Add(grey, maps.Grey[v]);
        Add(white, maps.White[v]);
        Add(_tissues.Csf, maps.Csf[v]);
        return ((float)b0, (float)dwi);

        void Add(TissueProperties tissue, float share)
        {
            if (share <= 0) return;
            b0 += share * SignalModel.Signal(tissue, _echoTime, 0);
            dwi += share * SignalModel.Signal(tissue, _echoTime, _bValue);
        }
    }
}
