// Command informer keeps what Vitals keeps of a cluster in client-go's informers. It prints "synced <objects>" once all of
// them have listed everything, and "changed <pod> <resource version>" for each change of a pod; it ends with its input.
package main

import (
	"fmt"
	"io"
	"os"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/tools/cache"
	"k8s.io/client-go/tools/clientcmd"
)

const json = "application/json"

func main() {
	config, err := clientcmd.BuildConfigFromFlags("", os.Args[1])
	if err != nil {
		panic(err)
	}
	// Left alone, it asks for protobuf.
	if len(os.Args) > 2 && os.Args[2] == "json" {
		config.ContentType = json
		config.AcceptContentTypes = json
	}
	factory := informers.NewSharedInformerFactory(kubernetes.NewForConfigOrDie(config), 0)
	core, apps := factory.Core().V1(), factory.Apps().V1()
	pods := core.Pods().Informer()
	all := []cache.SharedIndexInformer{
		pods,
		core.Nodes().Informer(),
		core.Namespaces().Informer(),
		core.PersistentVolumes().Informer(),
		core.PersistentVolumeClaims().Informer(),
		apps.Deployments().Informer(),
		apps.ReplicaSets().Informer(),
		apps.StatefulSets().Informer(),
		apps.DaemonSets().Informer(),
	}
	_, err = pods.AddEventHandler(cache.ResourceEventHandlerFuncs{
		UpdateFunc: func(_, now any) {
			pod := now.(*corev1.Pod)
			fmt.Printf("changed %s %s\n", pod.Name, pod.ResourceVersion)
		},
	})
	if err != nil {
		panic(err)
	}
	stop := make(chan struct{})
	factory.Start(stop)
	objects := 0
	for _, informer := range all {
		cache.WaitForCacheSync(stop, informer.HasSynced)
		objects += len(informer.GetStore().ListKeys())
	}
	fmt.Printf("synced %d\n", objects)
	_, _ = io.Copy(io.Discard, os.Stdin)
}
