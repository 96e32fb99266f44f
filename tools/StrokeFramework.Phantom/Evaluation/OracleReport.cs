namespace StrokeFramework.Phantom;

/// <summary>How well lesions can be told apart by someone who knows their parameters.</summary>
/// <param name="Lesions">Lesions judged.</param>
/// <param name="Accuracy">Share named correctly; NaN without lesions.</param>
/// <param name="Confusion">Counts: row the true type, column the oracle's, both in the order of <see cref="StrokeTypes.All"/>.</param>
public sealed record OracleReport(int Lesions, double Accuracy, IReadOnlyList<IReadOnlyList<int>> Confusion);
