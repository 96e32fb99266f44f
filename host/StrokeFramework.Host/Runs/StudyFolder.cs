using StrokeFramework.Host.Data;

namespace StrokeFramework.Host.Runs;

/// <summary>Names of a study's result files, as BIDS derivatives have them.</summary>
public sealed class StudyFolder
{
    private readonly string _prefix;

    /// <summary>The folder of a study below the output folder.</summary>
    public StudyFolder(string outputFolder, StudySource study)
    {
        ArgumentNullException.ThrowIfNull(study);
        Path = study.Session is null
            ? System.IO.Path.Combine(outputFolder, $"sub-{study.Subject}")
            : System.IO.Path.Combine(outputFolder, $"sub-{study.Subject}", $"ses-{study.Session}");
        _prefix = study.Name;
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>The report.</summary>
    public string Report => System.IO.Path.Combine(Path, "report.html");

    /// <summary>Where everything came from.</summary>
    public string Provenance => System.IO.Path.Combine(Path, "provenance.json");

    /// <summary>The folder of what the stages wanted shown.</summary>
    public string Diagnostics => File("diagnostics");

    /// <summary>The mask of a segmentation output; <c>mask</c> is the lesion.</summary>
    public string Mask(string output) => File($"desc-{(output == "mask" ? "lesion" : Label(output))}_mask.nii.gz");

    /// <summary>The image of a study output.</summary>
    public string Image(string output) => File($"desc-{Label(output)}_dwi.nii.gz");

    /// <summary>The brain mask of a study output.</summary>
    public string BrainMask(string output) => File($"desc-{Label(output)}Brain_mask.nii.gz");

    /// <summary>The table of a feature output.</summary>
    public string Features(string output) => File(output == "features" ? "features.csv" : $"desc-{Label(output)}_features.csv");

    /// <summary>The stroke types of a classifier's output.</summary>
    public string Prediction(string output) => File(output == "type" ? "prediction.json" : $"desc-{Label(output)}_prediction.json");

    /// <summary>The boxes of a detector's output.</summary>
    public string Detections(string output) => File(output == "detections" ? "detections.json" : $"desc-{Label(output)}_detections.json");

    private string File(string name) => System.IO.Path.Combine(Path, $"{_prefix}_{name}");

    // BIDS labels hold letters and digits alone.
    private static string Label(string output) => string.Concat(output.Where(char.IsAsciiLetterOrDigit));
}
