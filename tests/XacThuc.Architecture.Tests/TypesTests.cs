using System.Reflection;
using System.Text.RegularExpressions;
using Xunit;

namespace XacThuc.Architecture.Tests;

public sealed partial class TypesTests
{
    private static IEnumerable<Type> Ours => Repository.Types(Repository.Matching, Repository.Certificates, Repository.Cli);

    [Fact]
    public void A_class_is_sealed_unless_it_is_the_root_of_a_hierarchy()
    {
        var offenders = Ours.Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false });

        Repository.OnlyExcept([], offenders.Select(type => type.FullName!));
    }

    [Fact]
    public void A_hierarchy_of_records_is_closed()
    {
        const BindingFlags any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        var roots = Ours.Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: true }
            && type.GetMethod("<Clone>$") is not null);

        // Who else could construct it could derive from it; the copy constructor alone constructs nothing new.
        var open = roots.Where(root => root.GetConstructors(any).Any(constructor => !constructor.IsPrivate
            && !constructor.GetParameters().Select(parameter => parameter.ParameterType).SequenceEqual([root])));

        Repository.OnlyExcept([], open.Select(type => type.FullName!));
    }

    [Fact]
    public void The_command_shows_no_type_to_other_rooms()
    {
        Repository.OnlyExcept([], Repository.Types(Repository.Cli).Where(type => type.IsPublic).Select(type => type.FullName!));
    }

    [Fact]
    public void No_type_has_the_name_of_a_drawer()
    {
        Repository.OnlyExcept([], Ours.Where(type => Drawer().IsMatch(type.Name)).Select(type => type.FullName!));
    }

    [Fact]
    public void No_folder_has_the_name_of_a_drawer()
    {
        var folders = Repository.Files("").Select(Repository.FolderOf).Distinct(StringComparer.Ordinal);

        Repository.OnlyExcept([], folders.Where(folder => Drawer().IsMatch(folder)));
    }

    // "Model" is a word of record linkage; "Models" is a drawer.
    [GeneratedRegex("(Helpers?|Managers?|Utils?|Utility|Utilities|Common|Misc|Services?|Models)($|[/`])",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Drawer();
}
