namespace StrokeFramework.Phantom;

/// <summary>A parameter that moves in a straight line with the severity of a lesion.</summary>
/// <param name="From">The value at severity 0, in the parameter's unit.</param>
/// <param name="To">The value at severity 1, in the parameter's unit.</param>
public readonly record struct ParameterRange(double From, double To)
{
    /// <summary>The value at a severity in [0, 1].</summary>
    public double At(double severity) => From + ((To - From) * severity);
}
