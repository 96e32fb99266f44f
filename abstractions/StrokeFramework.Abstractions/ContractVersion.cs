namespace StrokeFramework;

/// <summary>
/// The version of the contracts in this assembly. The host loads a plugin only when the majors are equal and the
/// plugin's minor is not newer than the host's.
/// </summary>
public static class ContractVersion
{
    /// <summary>Raised when existing plugins would no longer work.</summary>
    public const int Major = 1;

    /// <summary>Raised when something is added that a newer plugin may rely on.</summary>
    public const int Minor = 0;
}
