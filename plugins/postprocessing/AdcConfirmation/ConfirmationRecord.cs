using StrokeFramework.Imaging;

namespace StrokeFramework.AdcConfirmation;

/// <summary>What the report shows: how many candidates stayed, and a map of what went and what came.</summary>
internal sealed class ConfirmationRecord(CanonicalGrid grid, Candidates candidates)
{
    private int _confirmed, _rejected;
    private double _rejectedVolume;

    /// <summary>Notes one bright candidate.</summary>
    public void Judged(double volume, bool confirmed)
    {
        if (confirmed)
        {
            _confirmed++;
            return;
        }

        _rejected++;
        _rejectedVolume += volume;
    }

    /// <summary>Shows the figures and the map.</summary>
    public void Show(IDiagnosticSink sink, byte[] labels)
    {
        var change = new float[labels.Length];
        int added = 0, brightRemoved = 0, darkRemoved = 0;
        ReadOnlySpan<byte> before = candidates.Labels.Span;
        for (int v = 0; v < change.Length; v++)
        {
            change[v] = before[v] != 0 || labels[v] != 0 ? 0 : float.NaN;
            if (before[v] == 0 && labels[v] != 0)
            {
                change[v] = 1;
                added++;
            }
            else if (before[v] != 0 && labels[v] == 0)
            {
                change[v] = -1;
                if (before[v] == (byte)LesionPolarity.Hyperintense) brightRemoved++;
                else darkRemoved++;
            }
        }

        double milliliters = candidates.VoxelVolume / 1000;
        sink.Add(new ScalarDiagnostic("normal_adc", "ADC of normal tissue: the most frequent value", candidates.NormalAdc, "mm²/s"));
        sink.Add(new ScalarDiagnostic("confirmed", "Bright candidates with restricted diffusion", _confirmed));
        sink.Add(new ScalarDiagnostic("rejected", "Bright candidates without", _rejected));
        sink.Add(new ScalarDiagnostic("rejected_volume", "Their volume", _rejectedVolume / 1000, "ml"));
        sink.Add(new ScalarDiagnostic("bright_removed", "Bright volume removed in all", brightRemoved * milliliters, "ml"));
        sink.Add(new ScalarDiagnostic("dark_removed", "Dark volume removed: fluid and its edges", darkRemoved * milliliters, "ml"));
        sink.Add(new ScalarDiagnostic("added", "Volume added by growth", added * milliliters, "ml"));
        sink.Add(new MapDiagnostic("change", "Kept 0, removed -1, added 1", grid.Restore<float>(change)));
    }
}
