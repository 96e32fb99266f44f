namespace StrokeFramework.Conformance.Inputs;

/// <summary>An input that a stage must bear: by a valid result, or by a refusal in a sentence.</summary>
/// <param name="Name">Lower-case words joined by hyphens.</param>
/// <param name="Title">What a stage does, in a phrase.</param>
/// <param name="Make">Makes the input.</param>
/// <param name="MustRefuse">Whether a refusal is the only right answer.</param>
internal sealed record AwkwardInput(string Name, string Title, Func<StageInput> Make, bool MustRefuse = false);
