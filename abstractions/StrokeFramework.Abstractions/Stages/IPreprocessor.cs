namespace StrokeFramework;

/// <summary>Changes a study: scales intensities, finds the brain, enhances contrast.</summary>
public interface IPreprocessor : IStage
{
    /// <summary>Processes a study. The result lies on the input's grid and the input stays as it is.</summary>
    DiffusionStudy Process(DiffusionStudy study, StageContext context);
}
