using System.Runtime.InteropServices;

namespace Example;

/// <summary>Writes through the read-only view of its input.</summary>
[Stage("edits-its-input", "1.0.0", Title = "Edits its input")]
public sealed class EditsItsInput : Segmenter<NoSettings>
{
    /// <inheritdoc/>
    public override Segmentation Segment(DiffusionStudy study, StageContext context)
    {
        MemoryMarshal.AsMemory(study.Dwi.Voxels).Span[0] += 1;
        return Segmentation.Empty(study.Geometry);
    }
}
