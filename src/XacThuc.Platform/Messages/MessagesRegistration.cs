using Microsoft.Extensions.DependencyInjection;
using XacThuc.Platform.Messages.Channels;
using XacThuc.Web.Hosting;

namespace XacThuc.Platform.Messages;

/// <summary>Short messages as a part of the house.</summary>
public static class MessagesRegistration
{
    /// <summary>Adds them, by the way that the house's settings name.</summary>
    public static IServiceCollection AddMessages(this IServiceCollection services, HouseSettings house)
    {
        var settings = MessagesSettings.Read(house);
        services.AddSingleton(settings).AddSingleton<MessageOutbox>();
        if (!settings.Sends) return services;
        if (settings.Channel == MessageWay.Gateway) services.AddSingleton<IMessageChannel>(_ => new GatewayChannel(settings.Gateway!));
        else services.AddSingleton<IMessageChannel, FolderChannel>();
        return services.AddHostedService<MessageSending>();
    }
}
