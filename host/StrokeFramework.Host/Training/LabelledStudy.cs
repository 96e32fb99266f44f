namespace StrokeFramework.Host.Training;

/// <summary>A study with its truth.</summary>
/// <param name="Name">What messages call it.</param>
/// <param name="Study">The images.</param>
/// <param name="Truth">1 where there is lesion, on the study's grid.</param>
/// <param name="StrokeType">The patient's class, or <see cref="StrokeTypes.None"/>.</param>
public sealed record LabelledStudy(string Name, DiffusionStudy Study, Volume<byte> Truth, string StrokeType);
