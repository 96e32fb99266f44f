namespace StrokeFramework.Host.Evaluation;

/// <summary>What a detector found in one study, beside what is there.</summary>
/// <param name="Study">The study.</param>
/// <param name="Patient">The patient.</param>
/// <param name="StrokeType">The patient's class, <c>n/a</c> for no lesion.</param>
/// <param name="Output">The graph's output.</param>
/// <param name="Slices">How many slices the study has.</param>
/// <param name="Truth">The true boxes.</param>
/// <param name="Found">The detections, best score first.</param>
public sealed record DetectionResult(string Study, string Patient, string StrokeType, string Output, int Slices, IReadOnlyList<TrueBox> Truth, IReadOnlyList<Detection> Found);
