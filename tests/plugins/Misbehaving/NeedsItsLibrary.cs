using System.Globalization;
using CsvHelper;

namespace Example;

/// <summary>Uses a library as soon as it is called.</summary>
[Stage("needs-its-library", "1.0.0", Title = "Needs its library")]
public sealed class NeedsItsLibrary : Segmenter<NoSettings>
{
    private readonly CsvParser _parser = new(new StringReader("1"), CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override Segmentation Segment(DiffusionStudy study, StageContext context)
    {
        _parser.Read();
        return Segmentation.Empty(study.Geometry);
    }
}
