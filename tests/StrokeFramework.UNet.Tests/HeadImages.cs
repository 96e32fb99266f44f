using StrokeFramework.Host.Training;

namespace StrokeFramework.UNet.Tests;

/// <summary>Made-up heads as the host's training gets its studies.</summary>
/// <param name="count">How many.</param>
/// <param name="asked">Told the number of each that is asked for.</param>
internal sealed class HeadImages(int count, Action<int>? asked = null) : IImageSource
{
    public int Count => count;

    public IReadOnlyDictionary<string, string> Studies { get; } = new Dictionary<string, string>();

    public string DataHash => $"heads {count}";

    public string Description => "Trained on made-up heads.";

    public LabelledStudy Load(int index, CancellationToken cancellation)
    {
        asked?.Invoke(index);
        SegmentationExample head = Heads.Make(index);
        return new($"head{index}", head.Study, head.Truth, StrokeTypes.AcuteIschemic);
    }
}
