using TorchSharp;

namespace StrokeFramework.Networks;

/// <summary>How many threads libtorch uses for one operation.</summary>
public static class NetworkThreads
{
    /// <summary>
    /// Sets the number for operations that the calling thread starts from now on. Prediction uses one, and works on
    /// several slices side by side: the sum of a convolution then has the same order, and the same bits, however many
    /// slices are in work. Training uses all that it is given and repeats at that number.
    /// </summary>
    /// <param name="threads">At least 1.</param>
    public static void Use(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        // OpenMP keeps the number per thread, so each thread that computes has to say it.
        if (torch.get_num_threads() != threads) torch.set_num_threads(threads);
    }
}
