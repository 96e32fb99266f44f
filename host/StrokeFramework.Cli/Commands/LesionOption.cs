using System.CommandLine;
using StrokeFramework.Host.Evaluation;

namespace StrokeFramework.Cli.Commands;

/// <summary>The option <c>--lesions segmented|truth</c>, and <c>both</c> where several can be judged.</summary>
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

    public static Option<LesionSource[]> CreateForSeveral() => new("--lesions")
    {
        Description = "Give classifiers the lesions that the pipeline segments, those of the truth masks, or one after the other: segmented, truth or both.",
        HelpName = "segmented|truth|both",
        Arity = ArgumentArity.ExactlyOne,
        DefaultValueFactory = _ => [LesionSource.Segmented],
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            if (text is "both") return [LesionSource.Segmented, LesionSource.Truth];
            if (text is not ("segmented" or "truth")) result.AddError($"--lesions is 'segmented', 'truth' or 'both', not '{text}'.");
            return [text is "truth" ? LesionSource.Truth : LesionSource.Segmented];
        },
    };
}
