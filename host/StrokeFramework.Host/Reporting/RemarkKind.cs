namespace StrokeFramework.Host.Reporting;

/// <summary>How much a remark matters.</summary>
public enum RemarkKind
{
    /// <summary>Worth knowing.</summary>
    Information,

    /// <summary>May make the result wrong; repeated at the top of the report.</summary>
    Warning,
}
