using System.CommandLine;
using StrokeFramework.Host.Evaluation;

namespace StrokeFramework.Cli.Commands;

/// <summary>The option <c>--lesions segmented|truth</c>.</summary>
internal static class LesionOption
{
    public static Option<LesionSource> Create()
    {
        var option = new Option<LesionSource>("--lesions")
        {
            Description = "Measure features on the lesions that the pipeline segments, or on the truth masks: segmented or truth.",
            HelpName = "segmented|truth",
            CustomParser = result =>
            {
                string text = result.Tokens[0].Value;
                if (text is "segmented") return LesionSource.Segmented;
                if (text is not "truth") result.AddError($"--lesions is 'segmented' or 'truth', not '{text}'.");
                return LesionSource.Truth;
            },
        };
        return option;
    }
}
