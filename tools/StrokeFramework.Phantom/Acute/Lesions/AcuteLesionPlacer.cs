namespace StrokeFramework.Phantom;

/// <summary>Draws what lesions a training volume has and puts them into its brain.</summary>
internal static class AcuteLesionPlacer
{
    // Keys of streams: what one kind draws never moves another.
    private const int MaskStream = 1, EmboliStream = 2;

    /// <summary>Fills the map.</summary>
    public static void Place(AcuteLesionMap map, AcuteScene scene, AcuteLesionSettings settings, AcuteTrainingLibrary library, PhantomRandom random)
    {
        int kind = random.Pick([settings.NoneWeight, settings.MaskWeight, settings.EmboliWeight, settings.BothWeight]);
        if (kind is 1 or 3)
        {
            PhantomRandom own = random.Fork(MaskStream);
            int count = own.Chance(settings.SecondMaskChance) ? 2 : 1;
            for (int lesion = 0; lesion < count; lesion++) MaskLesion.Add(map, scene, settings, library, own.Fork(lesion));
        }

        if (kind is 2 or 3) EmboliCluster.Add(map, scene, settings, random.Fork(EmboliStream));
    }
}
