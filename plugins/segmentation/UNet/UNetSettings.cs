namespace StrokeFramework.UNet;

/// <summary>
/// Parameters of <see cref="UNetSegmenter"/>. Those of the network and of its training count when a model is trained;
/// a trained model keeps its own network and spacing.
/// </summary>
public sealed record UNetSettings
{
    private const string Recipe = "As U-Nets for ischemic lesions are commonly trained; chosen on synthetic images.";

    /// <summary>Least probability of lesion.</summary>
    [Description("Least probability at which a voxel is lesion.")]
    [Range(0.01, 0.99)]
    [Provenance(Provenance.Inferred, "The highest at which Dice on synthetic images that were not trained on is within 0.002 of its best.")]
    public double Threshold { get; init; } = 0.6;

    /// <summary>Smallest lesion kept.</summary>
    [Description("Smallest lesion kept.")]
    [Range(0, 10_000)]
    [Unit("mm³")]
    [Provenance(Provenance.Inferred, "Dice on synthetic images that were not trained on is as good as with smaller ones.")]
    public double MinimumVolume { get; init; } = 120;

    /// <summary>How rough images may be.</summary>
    [Description("Images are smoothed until the DWI is no rougher than this: the mean distance of a voxel in the brain from the mean of its six neighbors on the network's grid, relative to normal tissue. Scanners and resampling make some images sharper and noisier than others; the network should not see it.")]
    [Range(0.001, 10)]
    [Provenance(Provenance.Inferred, "About the roughness of half of all synthetic images at 2 mm once they are smoothed by one millimeter.")]
    public double Roughness { get; init; } = 0.03;

    /// <summary>Whether the mirrored study is judged too.</summary>
    [Description("Whether each slice is judged as it is and mirrored left to right, and the mean of both probabilities taken. Slices where the first look sees nothing (less than 0.1 everywhere) are not judged mirrored.")]
    [Provenance(Provenance.Inferred, Recipe)]
    public bool FlipAveraging { get; init; } = true;

    /// <summary>Where the network computes.</summary>
    [Description("Where the network computes: 'cpu', or 'cuda' with the libtorch for CUDA that the environment variable STROKE_LIBTORCH_CUDA names.")]
    [Provenance(Provenance.Derived, "The framework brings libtorch for the processor.")]
    public ComputeDevice Device { get; init; } = ComputeDevice.Cpu;

    /// <summary>Spacing of the grid that the network sees.</summary>
    [Description("Spacing of the grid that the network sees, along all three axes. Studies are resampled to it, and the probabilities back.")]
    [Range(0.5, 10)]
    [Unit("mm")]
    [Provenance(Provenance.Inferred, "Diffusion images of acute strokes are mostly acquired at about 2 mm in the slice.")]
    public double WorkingSpacing { get; init; } = 2;

    /// <summary>Channels at the full resolution.</summary>
    [Description("Channels of the network at the full resolution; they double from level to level.")]
    [Range(1, 64)]
    [Provenance(Provenance.Inferred, "With the other defaults 830 000 weights, which two cores train in hours.")]
    public int Width { get; init; } = 12;

    /// <summary>Resolutions of the network.</summary>
    [Description("Resolutions of the network, each half of the one above.")]
    [Range(2, 6)]
    [Provenance(Provenance.Inferred, "At five, the coarsest sees the whole slice.")]
    public int Levels { get; init; } = 5;

    /// <summary>Most channels of a level.</summary>
    [Description("Most channels that a level of the network has.")]
    [Range(1, 512)]
    [Provenance(Provenance.Inferred, "With the other defaults 830 000 weights, which two cores train in hours.")]
    public int MaximumWidth { get; init; } = 144;

    /// <summary>Steps of the training.</summary>
    [Description("Steps of the training; each learns from one batch.")]
    [Range(1, 1_000_000)]
    [Provenance(Provenance.Inferred, "Hours on two cores.")]
    public int Steps { get; init; } = 8000;

    /// <summary>Slices per step.</summary>
    [Description("Slices that each step learns from.")]
    [Range(1, 256)]
    [Provenance(Provenance.Inferred, Recipe)]
    public int Batch { get; init; } = 16;

    /// <summary>Side of the square that is cut out of a slice.</summary>
    [Description("Side of the square that is cut out of a slice to learn from, rounded up to what the network's levels divide. Larger than a brain is best.")]
    [Range(16, 400)]
    [Unit("mm")]
    [Provenance(Provenance.Inferred, "An adult brain is about 140 mm wide and 180 mm long.")]
    public double Patch { get; init; } = 192;

    /// <summary>Highest learning rate.</summary>
    [Description("Highest learning rate of AdamW (Loshchilov & Hutter 2019); it rises over the warm-up and falls as a cosine to a fiftieth.")]
    [Range(1e-6, 1)]
    [Provenance(Provenance.Inferred, Recipe)]
    public double LearningRate { get; init; } = 0.002;

    /// <summary>Steps over which the learning rate rises.</summary>
    [Description("Steps over which the learning rate rises from nothing.")]
    [Range(0, 100_000)]
    [Provenance(Provenance.Inferred, Recipe)]
    public int WarmUp { get; init; } = 60;

    /// <summary>Decay of the weights.</summary>
    [Description("Decay of the weights per step, relative to the learning rate.")]
    [Range(0, 1)]
    [Provenance(Provenance.Inferred, Recipe)]
    public double WeightDecay { get; init; } = 1e-4;

    /// <summary>Longest gradient.</summary>
    [Description("Longest gradient; longer ones are shortened to it.")]
    [Range(0.01, 1000)]
    [Provenance(Provenance.Inferred, Recipe)]
    public double GradientClip { get; init; } = 2;

    /// <summary>How slowly the averaged weights follow.</summary>
    [Description("Part of the averaged weights that stays at each step. The model is these averages, which vary less than the weights of the last step.")]
    [Range(0, 0.99999)]
    [Provenance(Provenance.Inferred, Recipe)]
    public double Averaging { get; init; } = 0.995;

    /// <summary>Weight of the cross-entropy.</summary>
    [Description("Weight of the cross-entropy in the loss.")]
    [Range(0, 100)]
    [Provenance(Provenance.Inferred, Recipe)]
    public double CrossEntropyWeight { get; init; } = 2;

    /// <summary>Weight of lesion in the cross-entropy.</summary>
    [Description("Weight of a voxel of lesion in the cross-entropy, relative to others.")]
    [Range(0.01, 100)]
    [Provenance(Provenance.Inferred, Recipe)]
    public double LesionWeight { get; init; } = 2;

    /// <summary>Weight of the batch's Dice.</summary>
    [Description("Weight in the loss of one minus the soft Dice of all slices of a batch together.")]
    [Range(0, 100)]
    [Provenance(Provenance.Inferred, Recipe)]
    public double BatchDiceWeight { get; init; } = 0.6;

    /// <summary>Weight of the slices' Dice.</summary>
    [Description("Weight in the loss of the mean of one minus the soft Dice over the slices with lesion, in which a small lesion counts as much as a large one.")]
    [Range(0, 100)]
    [Provenance(Provenance.Inferred, Recipe)]
    public double SliceDiceWeight { get; init; } = 0.4;

    /// <summary>Part of the slices that hold lesion.</summary>
    [Description("Part of the slices that are drawn among those with lesion.")]
    [Range(0, 1)]
    [Provenance(Provenance.Inferred, Recipe)]
    public double LesionShare { get; init; } = 0.64;

    /// <summary>Part of the slices whose ADC map is left out.</summary>
    [Description("Part of the slices whose ADC map is left out, so that the network learns to do without one.")]
    [Range(0, 1)]
    [Provenance(Provenance.Inferred, Recipe)]
    public double AdcDropout { get; init; } = 0.25;

    /// <summary>Spread of the intensities.</summary>
    [Description("Standard deviation of the logarithm of the factor by which DWI and ADC map of a slice are multiplied.")]
    [Range(0, 1)]
    [Provenance(Provenance.Inferred, Recipe)]
    public double GainJitter { get; init; } = 0.05;

    /// <summary>How far that roughness differs between studies to learn from.</summary>
    [Description("Largest part by which the roughness is lower or higher for a study to learn from; it is drawn anew each time a study is read.")]
    [Range(0, 0.9)]
    [Provenance(Provenance.Inferred, "So that the network depends on the exact roughness as little as on others.")]
    public double RoughnessJitter { get; init; } = 0.25;

    /// <summary>Part of the slices that are turned and scaled.</summary>
    [Description("Part of the slices that are turned and scaled at random.")]
    [Range(0, 1)]
    [Provenance(Provenance.Inferred, Recipe)]
    public double WarpShare { get; init; } = 0.4;

    /// <summary>Largest angle of a turned slice.</summary>
    [Description("Largest angle by which a slice is turned.")]
    [Range(0, 180)]
    [Unit("°")]
    [Provenance(Provenance.Inferred, Recipe)]
    public double Rotation { get; init; } = 12;

    /// <summary>Largest change of a scaled slice.</summary>
    [Description("Largest part by which a slice is enlarged or reduced.")]
    [Range(0, 0.5)]
    [Provenance(Provenance.Inferred, Recipe)]
    public double Scaling { get; init; } = 0.12;

    /// <summary>Studies that slices are drawn from at a time.</summary>
    [Description("Studies that are kept in memory to draw slices from, at half precision: about 2 MB each. A new one takes the place of the oldest.")]
    [Range(1, 100_000)]
    [Provenance(Provenance.Inferred, "300 MB.")]
    public int PoolStudies { get; init; } = 160;

    /// <summary>Studies that are read before the first step.</summary>
    [Description("Studies that are read before the first step.")]
    [Range(1, 10_000)]
    [Provenance(Provenance.Inferred, Recipe)]
    public int FirstStudies { get; init; } = 16;

    /// <summary>Steps until the next study is read.</summary>
    [Description("Steps until the next study comes in. Which studies a step draws from depends on its number alone, so the training waits where reading is slow.")]
    [Range(1, 10_000)]
    [Provenance(Provenance.Inferred, "With one core each, making a study takes about as long as two steps.")]
    public int StepsPerStudy { get; init; } = 2;

    /// <summary>Studies that are held out.</summary>
    [Description("The first studies, held out to measure Dice on; at most a fifth of all.")]
    [Range(0, 10_000)]
    [Provenance(Provenance.Inferred, Recipe)]
    public int ValidationStudies { get; init; } = 10;

    /// <summary>Steps between measurements.</summary>
    [Description("Steps between measurements of Dice on the studies held out.")]
    [Range(1, 1_000_000)]
    [Provenance(Provenance.Inferred, Recipe)]
    public int ValidationInterval { get; init; } = 500;

    /// <summary>Time between the states that an interrupted training goes on from.</summary>
    [Description("Time between the states that are kept on disk, from which an interrupted training goes on.")]
    [Range(0, 86_400)]
    [Unit("s")]
    [Provenance(Provenance.Inferred, "What is lost by an interruption.")]
    public double CheckpointInterval { get; init; } = 120;
}
