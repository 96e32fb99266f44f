using StrokeFramework.RCnn.Images;

namespace StrokeFramework.RCnn.Training;

/// <summary>A slice that is not learned from.</summary>
/// <param name="Slice">The slice.</param>
/// <param name="Weight">How many slices of its study it stands for.</param>
internal sealed record JudgedSlice(SliceExample Slice, double Weight);
