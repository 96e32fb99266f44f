using StrokeFramework.Host.Data;
using StrokeFramework.Host.Execution;

namespace StrokeFramework.Host.Runs;

/// <summary>What to run over which studies, and where to put the results.</summary>
public sealed record RunRequest
{
    /// <summary>The pipeline, ready to run.</summary>
    public required PreparedPipeline Pipeline { get; init; }

    /// <summary>The studies.</summary>
    public required IReadOnlyList<StudySource> Studies { get; init; }

    /// <summary>The first study, when it was read ahead (<see cref="BatchRunner.ReadAhead"/>); or null.</summary>
    public Task<LoadedStudy>? FirstStudy { get; init; }

    /// <summary>The folder for the results.</summary>
    public required string OutputFolder { get; init; }

    /// <summary>The experts' masks, or null.</summary>
    public TruthPairing? Truth { get; init; }

    /// <summary>Threads, time limit and the like.</summary>
    public ExecutionOptions Execution { get; init; } = new();

    /// <summary>Whether a report and diagnostics are written.</summary>
    public bool WriteReport { get; init; } = true;

    /// <summary>The program's version, for the provenance.</summary>
    public string ProgramVersion { get; init; } = "";
}
