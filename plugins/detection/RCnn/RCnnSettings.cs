namespace StrokeFramework.RCnn;

/// <summary>Parameters of <see cref="RCnnDetector"/>.</summary>
public sealed record RCnnSettings
{
    /// <summary>The network.</summary>
    /// <value>The default is <see cref="DetectorMode.Modern"/>.</value>
    [Description("The network: 'modern' has a residual trunk with a feature pyramid, RoI align and a head that corrects boxes for each class; 'thesis' cuts proposals out of the image at 32x32 and names them by a network of 15 layers.")]
    [Provenance(Provenance.Inferred, "The thesis (Mohd Noor 2020) names a region proposal network and the kinds of layers, not their sizes; both modes have the former.")]
    public DetectorMode Mode { get; init; } = DetectorMode.Modern;

    /// <summary>What the network sees.</summary>
    /// <value>The default is <see cref="InputChannels.Dwi"/>.</value>
    [Description("The images that the network sees: 'dwi', 'dwi-adc' or 'dwi-adc-b0'.")]
    [Provenance(Provenance.Inferred, "The thesis (Mohd Noor 2020) works on the DWI alone; acute and sub-acute lesions differ by their ADC.")]
    public InputChannels Channels { get; init; } = InputChannels.Dwi;

    /// <summary>Slices that the network sees at once.</summary>
    /// <value>The default is 1.</value>
    [Description("Slices that the network sees at once: 1, or 3 for a slice and those about 5 mm above and below, which tell a small lesion from noise.")]
    [Range(1, 3)]
    [Provenance(Provenance.Inferred, "The thesis (Mohd Noor 2020) looks at single slices; 5 mm is the usual distance of slices in diffusion scans.")]
    public int Slices { get; init; } = 1;

    /// <summary>Pixel spacing that slices are resampled to.</summary>
    /// <value>The default is 1.4.</value>
    [Description("Pixel spacing that slices are resampled to, so that a network knows sizes in mm whatever the scanner.")]
    [Range(0.5, 4)]
    [Unit("mm")]
    [Provenance(Provenance.Inferred, "Between the usual 0.9 and 2 mm of diffusion scans. Twice as many slices are learned in the same time as at 1 mm.")]
    public double Spacing { get; init; } = 1.4;

    /// <summary>Size of the smallest anchors.</summary>
    /// <value>The default is 9.</value>
    [Description("Size of the smallest of three anchors (the square root of its area); each has the ratios 1:2, 1:1 and 2:1.")]
    [Range(2, 50)]
    [Unit("mm")]
    [Provenance(Provenance.Inferred, "Three sizes and three ratios as in Ren et al. 2015; lesions of 20 mm² up to a territory have boxes of 5 to 100 mm.")]
    public double SmallestAnchor { get; init; } = 9;

    /// <summary>How much larger each anchor is than the one before.</summary>
    /// <value>The default is 2.4.</value>
    [Description("How much larger each of the three anchors is than the one before.")]
    [Range(1.2, 4)]
    [Provenance(Provenance.Inferred, "9, 22 and 52 mm. The thesis's region proposal network is described with a factor of 2 (16, 32, 64 pixels in textbook examples).")]
    public double AnchorFactor { get; init; } = 2.4;

    /// <summary>Channels of the trunk's finest maps.</summary>
    /// <value>The default is 16.</value>
    [Description("Channels of the trunk's finest maps, a multiple of 8; coarser maps have several times as many.")]
    [Range(8, 64)]
    [Provenance(Provenance.Inferred, "0.7 million weights, for two processor cores.")]
    public int Width { get; init; } = 16;

    /// <summary>How often training goes through the studies.</summary>
    /// <value>The default is 1.</value>
    [Description("How often training goes through the studies.")]
    [Range(1, 10_000)]
    [Provenance(Provenance.Inferred, "Synthetic studies are many rather than repeated; for a small data set on disk take more.")]
    public int Passes { get; init; } = 1;

    /// <summary>Steps for each study of a pass.</summary>
    /// <value>The default is 8.</value>
    [Description("Training steps for each study of a pass.")]
    [Range(1, 1000)]
    [Provenance(Provenance.Inferred, "With two slices each, about as many as a study gives to learn from: all its slices with a lesion and as many without.")]
    public int StepsPerStudy { get; init; } = 8;

    /// <summary>Slices per step.</summary>
    /// <value>The default is 2.</value>
    [Description("Slices that each step learns from.")]
    [Range(1, 128)]
    [Provenance(Provenance.Inferred, "Ren et al. 2015 use one image, usual implementations two. A public option set of the thesis's tool has 128 crops.")]
    public int BatchSize { get; init; } = 2;

    /// <summary>Share of slices with a lesion.</summary>
    /// <value>The default is 0.6.</value>
    [Description("Share of the slices of a step that have a lesion, its classes in equal parts; the others have none.")]
    [Range(0, 1)]
    [Provenance(Provenance.Inferred, "Four of five slices have no lesion.")]
    public double LesionShare { get; init; } = 0.6;

    /// <summary>Learning rate after the first steps.</summary>
    /// <value>The default is 0.03.</value>
    [Description("Learning rate after the first steps, from where it falls along a cosine to a hundredth.")]
    [Range(1e-6, 1)]
    [Provenance(Provenance.Inferred, "Published option sets of the thesis's tool have 0.001 with drops; from scratch, with normalized layers, thirty times as much works.")]
    public double LearningRate { get; init; } = 0.03;

    /// <summary>Momentum.</summary>
    /// <value>The default is 0.9.</value>
    [Description("Momentum of stochastic gradient descent.")]
    [Range(0, 0.999)]
    [Provenance(Provenance.Inferred, "Stochastic gradient descent with momentum is sourced from the thesis (Mohd Noor 2020); 0.9 is the usual value and that of Ren et al. 2015.")]
    public double Momentum { get; init; } = 0.9;

    /// <summary>Weight decay.</summary>
    /// <value>The default is 0.0005.</value>
    [Description("How strongly weights are drawn towards 0.")]
    [Range(0, 0.1)]
    [Provenance(Provenance.Inferred, "Ren et al. 2015.")]
    public double WeightDecay { get; init; } = 0.0005;

    /// <summary>Overlap below which a box is background.</summary>
    /// <value>The default is 0.5.</value>
    [Description("A proposal that overlaps every true box by less than this is learned as background; from 0.5 on it stands for the true box.")]
    [Range(0.05, 0.5)]
    [Provenance(Provenance.Inferred, "0.5 as in Ren et al. 2015; documented examples of the thesis's tool have 0.3.")]
    public double NegativeOverlap { get; init; } = 0.5;

    /// <summary>Largest random shift.</summary>
    /// <value>The default is 8.</value>
    [Description("Slices are learned shifted by up to this much, mirrored half of the time.")]
    [Range(0, 100)]
    [Unit("mm")]
    [Provenance(Provenance.Inferred, "About how differently heads lie once cut to their extent.")]
    public double Shift { get; init; } = 8;

    /// <summary>Largest random magnification.</summary>
    /// <value>The default is 0.1.</value>
    [Description("Slices are learned larger or smaller by up to this share.")]
    [Range(0, 0.5)]
    [Provenance(Provenance.Inferred, "Head sizes of adults vary by about this much.")]
    public double Magnification { get; init; } = 0.1;

    /// <summary>Largest random change of intensity.</summary>
    /// <value>The default is 0.1.</value>
    [Description("Each image is learned brighter or darker by up to this share.")]
    [Range(0, 0.9)]
    [Provenance(Provenance.Inferred, "About the error of the level of normal brain.")]
    public double Intensity { get; init; } = 0.1;

    /// <summary>Largest random noise.</summary>
    /// <value>The default is 0.05.</value>
    [Description("Slices are learned with noise of up to this standard deviation, relative to normal brain.")]
    [Range(0, 1)]
    [Provenance(Provenance.Inferred, "Below the noise of the images themselves.")]
    public double Noise { get; init; } = 0.05;

    /// <summary>Share of studies that training is judged by.</summary>
    /// <value>The default is 0.05.</value>
    [Description("Share of the studies, at most 32 of them, that are not learned from: the network that finds most of their lesions is kept. With fewer than 20 studies there are none, and the last network is kept.")]
    [Range(0, 0.5)]
    [Provenance(Provenance.Inferred, "A few hundred slices tell networks apart to about 0.02 of average precision.")]
    public double ValidationShare { get; init; } = 0.05;

    /// <summary>When training ends early.</summary>
    /// <value>The default is 10.</value>
    [Description("Training ends when so many of its twenty looks at those studies in a row saw no improvement.")]
    [Range(1, 20)]
    [Provenance(Provenance.Inferred, "The last looks see the smallest learning rate and most of the improvement.")]
    public int Patience { get; init; } = 10;

    /// <summary>Most studies that are held.</summary>
    /// <value>The default is 300.</value>
    [Description("Most studies whose slices are held to choose from; when there are more, the oldest give way.")]
    [Range(1, 100_000)]
    [Provenance(Provenance.Inferred, "About a megabyte each.")]
    public int Window { get; init; } = 300;

    /// <summary>Least score.</summary>
    /// <value>The default is 0.01.</value>
    [Description("Detections with a lower score are left out. Average precision needs the unlikely ones too; boxes are best told from 0.5 on.")]
    [Range(0, 1)]
    [Provenance(Provenance.Inferred, "Low enough for average precision; the thesis's figure of one threshold is 0.5.")]
    public double ScoreThreshold { get; init; } = 0.01;

    /// <summary>Overlap of boxes that show the same lesion.</summary>
    /// <value>The default is 0.4.</value>
    [Description("Of two boxes of one class that overlap by more than this, the one with the lower score is left out.")]
    [Range(0, 1)]
    [Provenance(Provenance.Inferred, "The usual values are 0.3 to 0.5; lesions of one slice hardly overlap.")]
    public double SuppressionOverlap { get; init; } = 0.4;

    /// <summary>Most detections in a slice.</summary>
    /// <value>The default is 20.</value>
    [Description("Most detections in a slice; those with the best scores remain.")]
    [Range(1, 300)]
    [Provenance(Provenance.Inferred, "Showers of small emboli have some ten in a slice.")]
    public int MaximumPerSlice { get; init; } = 20;
}
