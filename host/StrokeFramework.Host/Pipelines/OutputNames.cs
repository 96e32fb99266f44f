namespace StrokeFramework.Host.Pipelines;

/// <summary>The output names that have a file name of their own; any other name of an output stands in its file's name.</summary>
internal static class OutputNames
{
    public const string Mask = "mask", Features = "features", Type = "type", Detections = "detections";

    /// <summary>The type that a well-known name must have, or null.</summary>
    public static PortType? TypeOf(string name) => name switch
    {
        Mask => PortType.Segmentation,
        Features => PortType.Features,
        Type => PortType.Type,
        Detections => PortType.Detections,
        _ => null,
    };
}
