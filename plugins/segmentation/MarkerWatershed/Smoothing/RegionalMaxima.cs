namespace StrokeFramework.MarkerWatershed.Smoothing;

/// <summary>Plateaus of equal value without a higher neighbor among their 8.</summary>
internal static class RegionalMaxima
{
    /// <summary>Marks the maxima of a picture that reach a level.</summary>
    /// <param name="values">One value per pixel.</param>
    /// <param name="inside">1 where there is a picture; the outermost rows and columns hold none.</param>
    /// <param name="width">Pixels of a row.</param>
    /// <param name="level">Lower maxima are left out.</param>
    /// <returns>1 per pixel of a maximum.</returns>
    public static byte[] Mark(ReadOnlySpan<float> values, ReadOnlySpan<byte> inside, int width, double level)
    {
        const byte Visited = 2;
        var state = new byte[values.Length];
        var plateau = new List<int>();
        ReadOnlySpan<int> neighbors = [-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1];
        for (int start = 0; start < state.Length; start++)
        {
            if (inside[start] == 0 || state[start] != 0 || !(values[start] >= level)) continue;
            float height = values[start];
            bool highest = true;
            plateau.Clear();
            plateau.Add(start);
            state[start] = Visited;
            for (int n = 0; n < plateau.Count; n++)
            {
                foreach (int step in neighbors)
                {
                    int next = plateau[n] + step;
                    if (inside[next] == 0) continue;
                    if (values[next] > height) highest = false;
                    if (values[next] != height || state[next] != 0) continue;
                    state[next] = Visited;
                    plateau.Add(next);
                }
            }

            if (!highest) continue;
            foreach (int v in plateau) state[v] = 1;
        }

        for (int v = 0; v < state.Length; v++)
        {
            if (state[v] == Visited) state[v] = 0;
        }

        return state;
    }
}
