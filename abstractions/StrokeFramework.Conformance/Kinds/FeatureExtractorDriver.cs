using StrokeFramework.Conformance.Inputs;
using StrokeFramework.Imaging;

namespace StrokeFramework.Conformance;

/// <summary>How feature extractors are checked.</summary>
internal sealed class FeatureExtractorDriver(StudyTraits needs) : ImageDriver(needs)
{
    public override object? Run(IStage stage, StageInput input, StageContext context) => ((IFeatureExtractor)stage).Extract(input.Study!, input.Lesions!, context);

    public override string? DescribeFault(IStage stage, StageInput input, object? output)
    {
        if (output is not FeatureTable table) return "It returned nothing.";
        if (table.Schema.Hash != ((IFeatureExtractor)stage).Schema.Hash) return "The table's columns are not those of the stage's Schema.";
        int lesions = input.Lesions!.Lesions.Count, last = 1;
        if (lesions == 0 && table.Rows.Count > 0) return $"It gave {table.Rows.Count} rows, and there is no lesion.";
        foreach (FeatureRow row in table.Rows)
        {
            if (row.Lesion < 1 || row.Lesion > lesions) return $"A row is of lesion {row.Lesion}, and there are {lesions}.";
            if (row.Lesion < last) return $"A row of lesion {row.Lesion} comes after one of lesion {last}.";
            last = row.Lesion;
        }

        return null;
    }

    protected override StageInput Complete(StageInput input, Volume<byte> labels) => input with { Lesions = LesionFinder.Find(new Segmentation(labels)) };
}
