using StrokeFramework.Conformance.Checks;

namespace StrokeFramework.Conformance;

/// <summary>
/// The parameters that stages which learn from images are checked with: the defaults, but a training of a few steps where
/// a parameter of whole numbers is called <c>Steps</c>. Hours of training show nothing about conduct that seconds don't.
/// </summary>
internal static class ShortTraining
{
    private const string Name = "Steps";
    private const int Steps = 2;

    public static object Of(Type type) => SettingsProperties.Of(type).FirstOrDefault(p => p.Name == Name && p.PropertyType == typeof(int)) is { } steps
        ? SettingsProperties.With(type, steps, Steps)
        : Activator.CreateInstance(type)!;
}
