using System.Text.Json;
using System.Text.Json.Serialization;

namespace XacThuc.Web.Hosting;

/// <summary>A settings file in a house's folder, as strict as people need who write one by hand: a word that is not known is refused.</summary>
public static class SettingsFile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>Reads one; none where the file is not there.</summary>
    /// <param name="house">The house.</param>
    /// <param name="name">The file's name in its folder.</param>
    /// <param name="findProblem">What is wrong with what was read; nothing where it may be used.</param>
    /// <exception cref="UnusableSettingsException">The file cannot be used; the house does not start with it.</exception>
    public static T? Read<T>(HouseSettings house, string name, Func<T, string?> findProblem)
        where T : class
    {
        var file = Path.Combine(house.Folder, name);
        if (!File.Exists(file)) return null;
        try
        {
            var settings = JsonSerializer.Deserialize<T>(File.ReadAllText(file), Json) ?? throw new UnusableSettingsException(name, "it says nothing.");
            return findProblem(settings) is { } problem ? throw new UnusableSettingsException(name, problem) : settings;
        }
        catch (JsonException unreadable)
        {
            throw new UnusableSettingsException(name, $"line {unreadable.LineNumber + 1}: {unreadable.Path} cannot be read.", unreadable);
        }
    }
}

/// <summary>A settings file cannot be used: its name, and what is wrong. No value of it, which may be a secret.</summary>
public sealed class UnusableSettingsException(string file, string problem, Exception? inner = null) : Exception($"{file}: {problem}", inner);
