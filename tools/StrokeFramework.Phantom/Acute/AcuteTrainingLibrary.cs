using System.Collections.Concurrent;
using StrokeFramework.Host.Data;

namespace StrokeFramework.Phantom;

/// <summary>
/// What training volumes are made from: the sharp brain, the tissue maps and the lesion masks, all in MNI space, and the
/// memory that one volume after another is made in. Load it once; safe to share between threads.
/// </summary>
public sealed class AcuteTrainingLibrary
{
    private const string BrainName = "ch2bet";

    private readonly SharpBrain _brain;
    private readonly TemplateLibrary _template;
    private readonly IReadOnlyList<TissueProbabilities> _healthy;
    private readonly ConcurrentBag<AcuteWorkspace> _workspaces = [];

    private AcuteTrainingLibrary(SharpBrain brain, TemplateLibrary template, IReadOnlyList<TissueProbabilities> healthy) => (_brain, _template, _healthy) = (brain, template, healthy);

    /// <summary>Loads a template folder; lesion masks are read when first drawn.</summary>
    /// <param name="templateFolder">
    /// A folder with <c>ch2bet</c>, <c>scgrey</c>, <c>scwhite</c> and <c>sccsf</c> (<c>.nii.gz</c> or <c>.nii</c>).
    /// </param>
    /// <param name="lesionsFolder">A folder of lesion masks in MNI space; null for <c>lesions</c> within the template folder.</param>
    /// <param name="healthyFolder">A data set of scans without lesion, each with DWI and ADC map, whose brains are used too; null for none.</param>
    /// <exception cref="DataException">A folder or file is missing or cannot be used; the message says which.</exception>
    public static AcuteTrainingLibrary Load(string templateFolder, string? lesionsFolder = null, string? healthyFolder = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(templateFolder);
        if (!Directory.Exists(templateFolder)) throw new DataException($"The template folder '{templateFolder}' does not exist.");
        var template = TemplateLibrary.Open(templateFolder, lesionsFolder ?? Path.Combine(templateFolder, "lesions"));
        return new(SharpBrain.Read(TemplateLibrary.Find(templateFolder, BrainName)), template, healthyFolder is null ? [] : [.. DataSet.Open(healthyFolder).Studies.Select(ReadHealthy)]);
    }

    /// <summary>Whether brains of healthy people's scans are among those that volumes are made of.</summary>
    public bool HasHealthyScans => _healthy.Count > 0;

    /// <summary>A brain from a healthy person's scan.</summary>
    internal IAnatomy CreateHealthy(PhantomRandom random) => new ScannedAnatomy(_healthy[random.NextInt(_healthy.Count)], random);

    /// <summary>A subject's brain.</summary>
    internal IAnatomy CreateAnatomy(bool sharp, PhantomRandom random) =>
        sharp ? new SharpAnatomy(_brain, random) : _template.CreateAnatomy(random)!;

    /// <summary>A real lesion's outline.</summary>
    internal LesionShape DrawMask(AcuteLesionSettings settings, PhantomRandom random) =>
        _template.DrawMask(random, settings.MaskScale, (float)settings.MaskShift);

    /// <summary>Memory for one volume, to be given back; a volume's content does not depend on which it gets.</summary>
    internal AcuteWorkspace Rent(int voxels)
    {
        while (_workspaces.TryTake(out AcuteWorkspace? workspace))
        {
            if (workspace.Voxels != voxels) continue;
            workspace.Clear();
            return workspace;
        }

        return new(voxels);
    }

    private static TissueProbabilities ReadHealthy(StudySource source)
    {
        try
        {
            return HealthyScan.Read(StudyLoader.Load(source).Input.Study);
        }
        catch (ArgumentException e)
        {
            throw new DataException($"The healthy scan '{source.Dwi}' cannot be used: {e.Message}", e);
        }
    }

    /// <summary>Gives memory back for the next volume.</summary>
    internal void Return(AcuteWorkspace workspace) => _workspaces.Add(workspace);
}
