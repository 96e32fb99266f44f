namespace StrokeFramework;

/// <summary>The stroke types, as they stand in the <c>stroke_type</c> column of <c>participants.tsv</c>.</summary>
public static class StrokeTypes
{
    /// <summary>Acute hemorrhage: dark core with a bright rim on DWI.</summary>
    public const string AcuteHemorrhage = "acute-hemorrhage";

    /// <summary>Acute ischemic stroke: bright on DWI, low ADC.</summary>
    public const string AcuteIschemic = "acute-ischemic";

    /// <summary>Chronic ischemic stroke: dark on DWI, high ADC.</summary>
    public const string ChronicIschemic = "chronic-ischemic";

    /// <summary>Sub-acute ischemic stroke: bright through T2, ADC near normal.</summary>
    public const string SubacuteIschemic = "subacute-ischemic";

    /// <summary>No lesion.</summary>
    public const string None = "n/a";

    /// <summary>The four types with a lesion, in the order used everywhere.</summary>
    public static IReadOnlyList<string> All { get; } = [AcuteHemorrhage, AcuteIschemic, ChronicIschemic, SubacuteIschemic];
}
