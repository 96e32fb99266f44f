namespace StrokeFramework.Conformance;

/// <summary>Ends a check whose stage gave no result to look at.</summary>
internal sealed class CheckFailedException(CheckFailure failure) : Exception(failure.Seen)
{
    public CheckFailure Failure { get; } = failure;
}
