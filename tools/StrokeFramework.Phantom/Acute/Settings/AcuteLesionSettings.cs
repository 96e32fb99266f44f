namespace StrokeFramework.Phantom;

/// <summary>The lesions of training volumes, the look of acute and sub-acute infarcts, and what counts as lesion in the mask.</summary>
public sealed record AcuteLesionSettings
{
    /// <summary>Weight of volumes without a lesion; the four weights need not sum to one.</summary>
    /// <value>0.08.</value>
    public double NoneWeight { get; init; } = 0.08;

    /// <summary>Weight of volumes with lesions from real masks.</summary>
    /// <value>0.47.</value>
    public double MaskWeight { get; init; } = 0.47;

    /// <summary>Weight of volumes with a cluster of emboli.</summary>
    /// <value>0.25.</value>
    public double EmboliWeight { get; init; } = 0.25;

    /// <summary>Weight of volumes with both.</summary>
    /// <value>0.20.</value>
    public double BothWeight { get; init; } = 0.20;

    /// <summary>Chance that a second real mask is put in.</summary>
    /// <value>0.25.</value>
    public double SecondMaskChance { get; init; } = 0.25;

    /// <summary>Scale of a real mask.</summary>
    /// <value>0.75 to 1.25.</value>
    public ParameterRange MaskScale { get; init; } = new(0.75, 1.25);

    /// <summary>Standard deviation of a real mask's shift along each axis, in mm.</summary>
    /// <value>4 mm.</value>
    public double MaskShift { get; init; } = 4;

    /// <summary>Chance that only scattered fragments of a real mask are lesion.</summary>
    /// <value>0.5.</value>
    public double FragmentChance { get; init; } = 0.5;

    /// <summary>Size of the blobs that fragments are cut by, in mm.</summary>
    /// <value>5 to 16 mm.</value>
    public ParameterRange FragmentCell { get; init; } = new(5, 16);

    /// <summary>Chance that only the cortex within a real mask is lesion.</summary>
    /// <value>0.35.</value>
    public double CortexOnlyChance { get; init; } = 0.35;

    /// <summary>Most emboli in a cluster; their number is log-uniform from 1.</summary>
    /// <value>30.</value>
    public int MostEmboli { get; init; } = 30;

    /// <summary>Radius of an embolic infarct, in mm, log-uniform; up to <see cref="SparseEmbolusRadius"/> when there are few.</summary>
    /// <value>1.4 to 6.4 mm.</value>
    public ParameterRange EmbolusRadius { get; init; } = new(1.4, 6.4);

    /// <summary>Largest radius where a cluster has three emboli or fewer, in mm.</summary>
    /// <value>10 mm.</value>
    public double SparseEmbolusRadius { get; init; } = 10;

    /// <summary>Standard deviation of the distance of emboli from the middle of their cluster, along each axis, in mm.</summary>
    /// <value>12 to 52 mm.</value>
    public ParameterRange ClusterSpread { get; init; } = new(12, 52);

    /// <summary>Chance that emboli are spread over the whole brain instead.</summary>
    /// <value>0.2.</value>
    public double ScatterChance { get; init; } = 0.2;

    /// <summary>ADC of an acute lesion, in mm²/s.</summary>
    /// <value>0.3 to 0.7·10⁻³ mm²/s.</value>
    public ParameterRange AcuteAdc { get; init; } = new(0.3e-3, 0.7e-3);

    /// <summary>Factor on T2 in an acute lesion.</summary>
    /// <value>1.0 to 1.8.</value>
    public ParameterRange AcuteT2 { get; init; } = new(1.0, 1.8);

    /// <summary>Chance that a volume's lesions are sub-acute.</summary>
    /// <value>0.22.</value>
    public double SubacuteChance { get; init; } = 0.22;

    /// <summary>ADC of a sub-acute lesion, in mm²/s.</summary>
    /// <value>0.6 to 0.95·10⁻³ mm²/s.</value>
    public ParameterRange SubacuteAdc { get; init; } = new(0.6e-3, 0.95e-3);

    /// <summary>Factor on T2 in a sub-acute lesion.</summary>
    /// <value>1.3 to 2.0.</value>
    public ParameterRange SubacuteT2 { get; init; } = new(1.3, 2.0);

    /// <summary>Standard deviation of ADC within a lesion, relative.</summary>
    /// <value>0.10.</value>
    public double AdcVariation { get; init; } = 0.10;

    /// <summary>Severity of a lesion from a real mask: 1 has the full change of ADC and T2.</summary>
    /// <value>0.65 to 1.</value>
    public ParameterRange Severity { get; init; } = new(0.65, 1);

    /// <summary>Standard deviation of severity within such a lesion.</summary>
    /// <value>0 to 0.2.</value>
    public ParameterRange SeverityVariation { get; init; } = new(0, 0.2);

    /// <summary>Chance of old lacunes, which are no lesion in the mask: ADC far above normal.</summary>
    /// <value>0.3.</value>
    public double LacuneChance { get; init; } = 0.3;

    /// <summary>Most lacunes in a volume that has any.</summary>
    /// <value>3.</value>
    public int MostLacunes { get; init; } = 3;

    /// <summary>Radius of a lacune or old infarct, as the standard deviation of its profile, in mm.</summary>
    /// <value>2.5 to 12 mm.</value>
    public ParameterRange LacuneRadius { get; init; } = new(2.5, 12);

    /// <summary>A voxel of the mask holds at least this fraction of lesion, as the scanner's blur shows it.</summary>
    /// <value>0.38.</value>
    public double LabelFraction { get; init; } = 0.38;

    /// <summary>A voxel of the mask is brighter by at least this share, without noise, than it would be without lesion.</summary>
    /// <value>0.12.</value>
    public double LabelGain { get; init; } = 0.12;

    /// <summary>A voxel of the mask holds at least this fraction of grey and white matter.</summary>
    /// <value>0.25.</value>
    public double LabelTissue { get; init; } = 0.25;
}
