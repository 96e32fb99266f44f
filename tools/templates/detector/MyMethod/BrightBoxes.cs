namespace MethodName;

/// <summary>Boxes around the bright regions of slices.</summary>
internal static class BrightBoxes
{
    /// <summary>One box around each 8-connected region of a slice that is bright enough and large enough.</summary>
    /// <param name="study">Unit intensities and a brain mask.</param>
    /// <param name="threshold">Intensity from which a voxel is bright, in (0, 1).</param>
    /// <param name="minimumArea">Smallest region, in mm².</param>
    /// <param name="cancellation">Stops between slices.</param>
    /// <returns>Boxes with their region's mean intensity, clipped to 1.</returns>
    public static List<(SliceBox Box, double Score)> Find(DiffusionStudy study, double threshold, double minimumArea, CancellationToken cancellation)
    {
        List<(SliceBox, double)> boxes = [];
        GridSize slice = study.Geometry.Size with { K = 1 };
        double least = minimumArea / (study.Geometry.Spacing.X * study.Geometry.Spacing.Y);
        var bright = new byte[slice.SliceCount];
        for (int k = 0; k < study.Geometry.Size.K; k++)
        {
            cancellation.ThrowIfCancellationRequested();
            ReadOnlySpan<float> dwi = study.Dwi.Slice(k).Span;
            ReadOnlySpan<byte> brain = study.BrainMask!.Slice(k).Span;
            for (int v = 0; v < bright.Length; v++) bright[v] = brain[v] != 0 && dwi[v] >= threshold ? (byte)1 : (byte)0;
            foreach (int[] region in ConnectedComponents.Label(bright, slice, Connectivity.Full).Voxels())
            {
                if (region.Length < least) break; // largest first
                boxes.Add(Around(region, k, slice.I, dwi));
            }
        }

        return boxes;
    }

    /// <summary>Intersection over union of two boxes; 0 in different slices.</summary>
    public static double Overlap(SliceBox a, SliceBox b)
    {
        if (a.Slice != b.Slice) return 0;
        double width = Math.Min(a.MaxI, b.MaxI) - Math.Max(a.MinI, b.MinI), height = Math.Min(a.MaxJ, b.MaxJ) - Math.Max(a.MinJ, b.MinJ);
        double both = Math.Max(0, width) * Math.Max(0, height);
        return both / ((a.Width * a.Height) + (b.Width * b.Height) - both);
    }

    private static (SliceBox Box, double Score) Around(int[] region, int slice, int width, ReadOnlySpan<float> dwi)
    {
        int minI = int.MaxValue, maxI = 0;
        double sum = 0;
        foreach (int v in region)
        {
            (minI, maxI) = (Math.Min(minI, v % width), Math.Max(maxI, v % width));
            sum += dwi[v];
        }

        // Indices ascend, so the first and the last voxel bound j. A voxel covers half an index to either side.
        return (new(slice, minI - 0.5, (region[0] / width) - 0.5, maxI + 0.5, (region[^1] / width) + 0.5), Math.Min(1, sum / region.Length));
    }
}
