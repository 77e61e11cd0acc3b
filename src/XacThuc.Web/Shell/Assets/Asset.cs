using System.Collections.Frozen;
using System.Reflection;
using System.Text;

namespace XacThuc.Web.Shell.Assets;

/// <summary>The files of the kit that this assembly carries.</summary>
internal static class Asset
{
    private const string Folder = "assets/";
    private static readonly Assembly Here = typeof(Asset).Assembly;

    /// <summary>All of them by name.</summary>
    public static FrozenDictionary<string, CarriedFile> All { get; } = CarriedFile.All(Here, Folder);

    /// <summary>What the address of every asset begins with; another after every change of any of them.</summary>
    public static string Root { get; } = $"/assets/{Encoding.ASCII.GetString(CarriedFile.Read(Here, $"{Folder}stamp.txt")!)}/";

    /// <summary>The address of one.</summary>
    public static string Of(string name) =>
        All.ContainsKey(name) ? Root + name : throw new ArgumentException($"web/kit makes no {name}.", nameof(name));
}
