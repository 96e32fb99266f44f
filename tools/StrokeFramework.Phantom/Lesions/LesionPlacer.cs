using System.Numerics;

namespace StrokeFramework.Phantom;

/// <summary>Puts a study's lesions into its brain, one after another, none touching the last, and records the truth.</summary>
internal sealed class LesionPlacer
{
    private const int Attempts = 80;

    private readonly PhantomSettings _settings;
    private readonly TissueMaps _maps;
    private readonly SubjectTissues _tissues;
    private readonly TemplateLibrary? _template;

    public LesionPlacer(PhantomSettings settings, TissueMaps maps, SubjectTissues tissues, TemplateLibrary? template)
    {
        (_settings, _maps, _tissues, _template) = (settings, maps, tissues, template);
        Numbers = new byte[maps.Grey.Length];
    }

    /// <summary>0, or the number of the lesion that a voxel belongs to.</summary>
    public byte[] Numbers { get; }

    /// <summary>The lesions on the grid.</summary>
    public List<LesionField> Fields { get; } = [];

    /// <summary>What is true of them.</summary>
    public List<PhantomLesion> Lesions { get; } = [];

    /// <summary>Draws and places the lesions of a study.</summary>
    /// <exception cref="InvalidOperationException">Not even one lesion finds room.</exception>
    public void Place(string strokeType, PhantomRandom random)
    {
        int wanted = 1 + random.Pick(_settings.Lesions.CountChances);
        for (int lesion = 0; lesion < wanted; lesion++)
        {
            PhantomRandom own = random.Fork(lesion);
            LesionParameters parameters = LesionParameters.Draw(strokeType, _settings.Lesions, own);
            // Later lesions are smaller: the first fixes what the study looks like.
            if (lesion > 0) parameters = parameters with { TargetVolume = Math.Max(Smallest, 0.5 * parameters.TargetVolume) };
            if (!TryPlace(parameters, own) && lesion == 0)
            {
                throw new InvalidOperationException(
                    $"No lesion of at least {_settings.Lesions.MinimumVolume} ml fits into the brain on a grid of {_maps.Geometry}.");
            }
        }
    }

    private double Smallest => _settings.Lesions.MinimumVolume * 1.1;

    private bool TryPlace(LesionParameters parameters, PhantomRandom random)
    {
        LesionClassSettings look = _settings.Lesions.Of(parameters.StrokeType);
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            // A large lesion that finds no room is tried smaller.
            if (attempt % 12 == 11) parameters = parameters with { TargetVolume = Math.Max(Smallest, 0.6 * parameters.TargetVolume) };
            LesionShape shape = DrawShape(look, parameters.TargetVolume, random);
            LesionField? field = LesionRasterizer.Rasterize(shape, parameters, look.DisplacesCsf, _maps, _settings.Acquisition.SlabSamples);
            if (field is null) continue;
            byte number = (byte)(Lesions.Count + 1);
            var mask = LesionMask.From(field, _maps, Numbers);
            if (mask is null || mask.Voxels.Count * _maps.Geometry.VoxelVolume < 1000 * _settings.Lesions.MinimumVolume) continue;
            foreach (int v in mask.Voxels) Numbers[v] = number;
            Fields.Add(field);
            Lesions.Add(Describe(number, field, mask));
            return true;
        }

        return false;
    }

    private LesionShape DrawShape(LesionClassSettings look, double volume, PhantomRandom random)
    {
        bool round = look.Shape == LesionShapeKind.Round;
        if (!round && _template is { HasMasks: true }) return _template.DrawMask(random);
        // Half of the lesions that touch CSF touch a ventricle; the rest reach the cortex, where sulci are.
        Vector3 center = LesionSites.Draw(round, random.Chance(0.5 * look.CsfContact), random);
        return round ? new RoundShape(random, center, volume) : new TerritoryShape(random, center, volume);
    }

    private PhantomLesion Describe(int number, LesionField field, LesionMask mask)
    {
        TissueProperties tissue = _tissues.Mix(mask.GreyShare);
        TissueProperties core = field.Parameters.Core.In(tissue);
        return new()
        {
            Number = number,
            Parameters = field.Parameters,
            Shape = field.Shape,
            CoreT2 = core.T2,
            RimT2 = field.Parameters.Rim?.In(tissue).T2 ?? double.NaN,
            CoreProtonDensity = core.ProtonDensity,
            TissueT2 = tissue.T2,
            GreyShare = mask.GreyShare,
            Volume = mask.Voxels.Count * _maps.Geometry.VoxelVolume / 1000,
            Center = mask.Center,
            TouchesCsf = mask.TouchesCsf,
        };
    }
}
