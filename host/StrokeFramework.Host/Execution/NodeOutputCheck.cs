using StrokeFramework.Host.Pipelines;
using StrokeFramework.Manifest;

namespace StrokeFramework.Host.Execution;

/// <summary>Checks what a stage gave before anything else sees it.</summary>
internal static class NodeOutputCheck
{
    /// <summary>Null when the output is as the contract has it; otherwise what is wrong, as a phrase.</summary>
    public static string? Describe(PlannedNode node, object? output, VolumeGeometry grid)
    {
        switch (output)
        {
            case null:
                return "it returned nothing";
            case DiffusionStudy study:
                if (Mismatch(grid, study.Geometry) is { } other) return other;
                StudyTraits missing = node.Stage.Stage.Provides & ~study.Traits;
                return missing == 0 ? null : $"it promises {StudyTraitNames.PhraseOf(StudyTraitNames.Split(missing).First())} but did not provide it";
            case Segmentation segmentation:
                return Mismatch(grid, segmentation.Geometry);
            default:
                return null;
        }
    }

    private static string? Mismatch(VolumeGeometry grid, VolumeGeometry given) =>
        grid.DescribeMismatch(given) is { } mismatch ? $"its result does not lie on the input's grid: {mismatch}" : null;
}
