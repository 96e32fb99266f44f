using System.ComponentModel.Composition;

namespace StrokeFramework;

/// <summary>
/// Names a stage and exports it to the host. Put it on a public class that derives from one of the stage base classes.
/// </summary>
[MetadataAttribute]
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class StageAttribute : ExportAttribute
{
    /// <summary>Names a stage.</summary>
    /// <param name="id">Its id in graphs: lower-case words joined by hyphens, unique among all plugins.</param>
    /// <param name="algorithmVersion">Raised whenever the same input and parameters give another result.</param>
    public StageAttribute(string id, string algorithmVersion)
        : base(typeof(IStage)) => (Id, AlgorithmVersion) = (id, algorithmVersion);

    /// <summary>The id in graphs.</summary>
    public string Id { get; }

    /// <summary>Raised whenever the same input and parameters give another result.</summary>
    public string AlgorithmVersion { get; }

    /// <summary>A title for people.</summary>
    public string Title { get; set; } = "";

    /// <summary>One or two sentences: what it does and when to use it.</summary>
    public string Description { get; set; } = "";

    /// <summary>The publication to cite, with its DOI where there is one.</summary>
    public string Citation { get; set; } = "";

    /// <summary>What the incoming study must carry.</summary>
    public StudyTraits Needs { get; set; }

    /// <summary>What the outgoing study carries in addition (preprocessors only).</summary>
    public StudyTraits Provides { get; set; }

    /// <summary>
    /// The oldest version of the plugin whose graphs this stage still understands, by its former names, though their
    /// range of versions excludes the present one; empty when it honors their range.
    /// </summary>
    public string GraphsSince { get; set; } = "";
}
