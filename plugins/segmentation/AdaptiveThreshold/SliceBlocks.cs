using StrokeFramework.AdaptiveThreshold.Blocks;

namespace StrokeFramework.AdaptiveThreshold;

/// <summary>The blocks of one slice, for the report.</summary>
/// <param name="Slice">Its number, counted from inferior.</param>
/// <param name="Histograms">The histograms that hold its blocks.</param>
/// <param name="Guard">How its blocks were judged.</param>
/// <param name="First">Number of its first block.</param>
/// <param name="Lesion">Voxels labelled in it.</param>
/// <param name="Brain">Voxels counted in it.</param>
internal sealed record SliceBlocks(int Slice, BlockHistograms Histograms, BlockGuard Guard, int First, int Lesion, int Brain);
