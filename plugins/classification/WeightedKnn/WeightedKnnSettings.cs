namespace StrokeFramework.WeightedKnn;

/// <summary>Parameters of <see cref="WeightedKnnClassifier"/>.</summary>
public sealed record WeightedKnnSettings
{
    /// <summary>Number of neighbors.</summary>
    /// <value>The default is 10.</value>
    [Description("How many of the nearest training rows are asked. With fewer training rows, all of them.")]
    [Range(1, 1000)]
    [Provenance(Provenance.Inferred, "The thesis (Mohd Noor 2020) names weighted nearest neighbors but not their number; 10 is the usual preset of interactive classification tools.")]
    public int Neighbors { get; init; } = 10;

    /// <summary>How much a neighbor counts.</summary>
    /// <value>The default is <see cref="NeighborWeighting.InverseSquare"/>.</value>
    [Description("How much a neighbor counts: 'inverse-square' of its distance, where a neighbor at distance 0 takes all the weight, or 'equal'.")]
    [Provenance(Provenance.Inferred, "The thesis (Mohd Noor 2020) names weighted nearest neighbors but not the weights; the inverse square is the usual preset of interactive classification tools.")]
    public NeighborWeighting Weighting { get; init; } = NeighborWeighting.InverseSquare;
}
