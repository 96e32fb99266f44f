using StrokeFramework.Conformance.Inputs;

namespace StrokeFramework.Conformance;

/// <summary>What is particular to a kind of stage: its inputs, how it is called, and when its result is valid.</summary>
internal abstract class StageDriver
{
    /// <summary>A plain input, made anew.</summary>
    public abstract StageInput Usual();

    /// <summary>A large input, on which cancellation is timed.</summary>
    public abstract StageInput Large(GridSize grid);

    /// <summary>An input of middling size that holds what the stage needs and nothing more, by which memory is measured.</summary>
    public abstract StageInput Middling();

    /// <summary>The inputs that are hard to work on.</summary>
    public abstract IReadOnlyList<AwkwardInput> AwkwardInputs { get; }

    /// <summary>Whether the kind works by a model.</summary>
    public virtual bool HasModel => false;

    /// <summary>Whether a call takes milliseconds, so that it may be made with many parameters.</summary>
    public virtual bool IsQuick => true;

    /// <summary>The parameters that the stage is checked with.</summary>
    /// <param name="type">The record of its parameters.</param>
    public virtual object CreateSettings(Type type) => Activator.CreateInstance(type)!;

    /// <summary>Calls a stage.</summary>
    public abstract object? Run(IStage stage, StageInput input, StageContext context);

    /// <summary>Null when a result is valid; otherwise what is wrong with it, as a sentence.</summary>
    public abstract string? DescribeFault(IStage stage, StageInput input, object? output);

    /// <summary>Reads a model of the stage's.</summary>
    public virtual IModel Load(IStage stage, Stream stream) => throw new NotSupportedException("This kind works without a model.");

    /// <summary>Asks a model.</summary>
    public virtual object? Ask(IModel model, StageInput input, StageContext context) => throw new NotSupportedException("This kind works without a model.");

    /// <summary>The driver of a stage's kind.</summary>
    /// <exception cref="ArgumentException">It is a stage of no kind, or of several.</exception>
    public static StageDriver For(Type type, StageAttribute stage)
    {
        StudyTraits needs = stage.Needs, provides = stage.Provides;
        List<StageDriver> drivers = [];
        if (typeof(IPreprocessor).IsAssignableFrom(type)) drivers.Add(new PreprocessorDriver(needs, provides));
        if (typeof(ISegmenter).IsAssignableFrom(type)) drivers.Add(new SegmenterDriver(needs));
        if (typeof(IPostprocessor).IsAssignableFrom(type)) drivers.Add(new PostprocessorDriver(needs));
        if (typeof(IFeatureExtractor).IsAssignableFrom(type)) drivers.Add(new FeatureExtractorDriver(needs));
        if (typeof(IClassifier).IsAssignableFrom(type)) drivers.Add(new ClassifierDriver());
        if (typeof(IDetector).IsAssignableFrom(type)) drivers.Add(new DetectorDriver(needs));
        if (typeof(ILearnedSegmenter).IsAssignableFrom(type)) drivers.Add(new LearnedSegmenterDriver(needs));
        return drivers is [var one] ? one : throw new ArgumentException($"{type.Name} is a stage of {drivers.Count} kinds; derive it from one base class such as Segmenter<TSettings>.");
    }
}
