namespace StrokeFramework.MarkerWatershed;

/// <summary>What candidates are correlated with.</summary>
public enum CorrelationTemplate
{
    /// <summary>The mirror image in the other hemisphere; a high correlation is no lesion.</summary>
    Mirror,

    /// <summary>An even region of the candidate's shape; a low correlation is no lesion.</summary>
    IdealLesion,
}
