using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Example;

/// <summary>Marks what is brighter than a level. In version 1 it was called bright-threshold, measured in cm, and knew other words.</summary>
[Stage("grown-threshold", "2.0.0", Title = "Grown threshold", Description = "Marks what is brighter than a level.", GraphsSince = "1.2.0")]
[FormerId("bright-threshold")]
[FormerId("simple-threshold")]
public sealed class GrownThreshold : Segmenter<GrownThreshold.Settings>
{
    /// <summary>Where it looks.</summary>
    public enum Region
    {
        /// <summary>In the brain.</summary>
        Brain,

        /// <summary>Everywhere.</summary>
        Everywhere,
    }

    /// <summary>The parameters.</summary>
    public sealed record Settings
    {
        /// <summary>The level.</summary>
        [Description("The level."), FormerName("threshold")] public double Level { get; init; } = 0.5;

        /// <summary>A length.</summary>
        [Description("How far it grows."), Range(0, 100), Unit("mm"), FormerName("radiusCm", Scale = 10), FormerName("reachCm", Scale = 10)] public double Radius { get; init; }

        /// <summary>Where it looks.</summary>
        [Description("Where it looks."), FormerValue("inside", "brain")] public Region Where { get; init; }
    }

    /// <inheritdoc/>
    public override Segmentation Segment(DiffusionStudy study, StageContext context)
    {
        var labels = new byte[study.Dwi.Span.Length];
        for (int v = 0; v < labels.Length; v++)
        {
            bool looked = Parameters.Where == Region.Everywhere || study.BrainMask is null || study.BrainMask.Span[v] != 0;
            labels[v] = looked && study.Dwi.Span[v] > Parameters.Level ? (byte)1 : (byte)0;
        }

        return new(new Volume<byte>(study.Geometry, labels));
    }
}
