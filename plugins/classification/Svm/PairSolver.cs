using OpenCvSharp;
using OpenCvSharp.ML;

namespace StrokeFramework.Svm;

/// <summary>Trains one machine for two classes by OpenCV's C-SVC, a sequential minimal optimization after LIBSVM.</summary>
internal static class PairSolver
{
    /// <summary>Trains a machine.</summary>
    /// <param name="rows">All training rows; those of other classes are left out.</param>
    /// <param name="first">The class on the positive side.</param>
    /// <param name="second">The class on the negative side.</param>
    /// <param name="kernel">The kernel.</param>
    /// <param name="settings">Box constraint and end of training.</param>
    /// <exception cref="StageException">OpenCV refuses the rows.</exception>
    public static PairSolution Solve(TrainingRows rows, int first, int second, KernelFunction kernel, SvmSettings settings)
    {
        int[] members = [.. Enumerable.Range(0, rows.Labels.Length).Where(n => rows.Labels[n] == first || rows.Labels[n] == second)];
        float[] values = [.. members.SelectMany(n => rows.Rows[n])];
        // OpenCV puts the lower label on the positive side.
        int[] labels = [.. members.Select(n => rows.Labels[n] == first ? 0 : 1)];
        int features = rows.Rows[0].Length;
        try
        {
            using SVM machine = Configured(kernel, settings);
            using Mat samples = Mat.FromPixelData(members.Length, features, MatType.CV_32FC1, values);
            using Mat responses = Mat.FromPixelData(members.Length, 1, MatType.CV_32SC1, labels);
            machine.Train(samples, SampleTypes.RowSample, responses);
            return Read(machine, rows, first, second, features);
        }
        catch (OpenCVException e)
        {
            throw new StageException($"The machine for '{rows.Classes[first]}' against '{rows.Classes[second]}' could not be trained: {e.Message}", e);
        }
    }

    private static SVM Configured(KernelFunction kernel, SvmSettings settings)
    {
        SVM machine = SVM.Create();
        machine.Type = SVM.Types.CSvc;
        // The linear kernel is trained as a polynomial of degree 1: for its own, OpenCV gives no weights of the rows,
        // and without them nobody can tell whether the training has come to its end.
        machine.KernelType = kernel.IsGaussian ? SVM.KernelTypes.Rbf : SVM.KernelTypes.Poly;
        machine.Gamma = kernel.Gamma;
        machine.Coef0 = kernel.Offset;
        machine.Degree = kernel.Degree;
        machine.C = settings.BoxConstraint;
        machine.TermCriteria = new TermCriteria(CriteriaTypes.MaxIter | CriteriaTypes.Eps, settings.MaximumIterations, settings.Tolerance);
        return machine;
    }

    private static PairSolution Read(SVM machine, TrainingRows rows, int first, int second, int features)
    {
        using Mat vectors = machine.GetSupportVectors();
        using var weights = new Mat();
        using var places = new Mat();
        double threshold = machine.GetDecisionFunction(0, weights, places);
        vectors.GetArray(out float[] values);
        weights.GetArray(out double[] alphas);
        places.GetArray(out int[] indices);
        var support = new (int, double)[alphas.Length];
        for (int n = 0; n < alphas.Length; n++)
            support[n] = (rows.NumberOf(values.AsSpan(indices[n] * features, features)), alphas[n]);
        return new(first, second, -threshold, support);
    }
}
